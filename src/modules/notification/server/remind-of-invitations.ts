import type { WorkCalendar } from "#kernel/calendar.ts";
import { daysBetween } from "#kernel/calendar/working-days.ts";
import { mustBePhoned } from "#modules/conference/invitations/must-be-phoned.ts";
import {
  conferencesAwaitingAnswers,
  toldConference,
  unansweredInvitations,
  type ToldConference,
  type Unanswered,
} from "#modules/conference/server/index.ts";
import type { DB } from "#db";
import type { Kysely } from "kysely";
import type { ConferenceDetails } from "../conference-news.ts";
import { answerReminderToday } from "../answer-reminder.ts";
import { office } from "../telling.ts";
import { awaitedAnswer, conferenceDetails } from "./awaited-answer.ts";
import type { Telling } from "./notify.ts";
import type { PeopleOf, Recipient } from "./people.store.ts";
import { tellOnce } from "./tell-once.ts";

type Day = { readonly today: string; readonly calendar: WorkCalendar };

/** Three days before may be moved back over the longest rest there is. */
const WITHIN = 15;

/**
 * Reminds those who have not answered their invitation, three days and one day before the conference, and tells the
 * office how many there are and how many of them have to be telephoned; each day, invitation and person only once.
 * Answers how many words were given.
 */
export async function remindOfInvitations(
  db: Kysely<DB>,
  { today, calendar }: Day,
  peopleOf: PeopleOf,
  telling: Telling,
): Promise<number> {
  let given = 0;
  for (const { id, unitId } of await conferencesAwaitingAnswers(db, today, WITHIN)) {
    const conference = await toldConference(db, id);
    const kindOf = ({ invitedOn }: Unanswered) =>
      answerReminderToday(invitedOn, conference.heldOn, today, calendar);
    const waiting = await unansweredInvitations(db, id, today);
    const spokenOf = waiting.filter((each) => kindOf(each) !== null);
    for (const each of spokenOf) {
      const source = `invitation ${each.invitationId} ${conference.heldOn} ${kindOf(each)}`;
      given += await tell(db, each.contacts, awaitedAnswer(conference, each, today), source, telling);
    }
    if (spokenOf.length === 0) continue;
    const source = `unanswered ${id} ${conference.heldOn} ${kindOf(spokenOf[0]!)}`;
    const people = await peopleOf(unitId, office.capacities);
    given += await tell(db, people, unansweredDetails(conference, waiting, today), source, telling);
  }
  return given;
}

function unansweredDetails(
  conference: ToldConference,
  waiting: readonly Unanswered[],
  today: string,
): ConferenceDetails {
  const toPhone = waiting.filter(mustBePhoned).length;
  const days = daysBetween(today, conference.heldOn);
  const news = { news: "unanswered", unanswered: waiting.length, toPhone, days } as const;
  return { ...conferenceDetails(conference), ...news };
}

function tell(
  db: Kysely<DB>,
  people: readonly Recipient[],
  details: ConferenceDetails,
  source: string,
  telling: Telling,
): Promise<number> {
  const conferenceId = details.conference;
  return tellOnce(db, people, { kind: "reminder", conferenceId, details, source }, telling);
}
