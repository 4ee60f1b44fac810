import type { WorkCalendar } from "#kernel/calendar.ts";
import { daysBetween } from "#kernel/calendar/working-days.ts";
import { owedDrafts, type ToldDraft } from "#modules/conference/server/index.ts";
import type { DB } from "#db";
import type { Kysely } from "kysely";
import type { DraftDetails } from "../conference-news.ts";
import { isLate, reminderToday } from "../reminder-today.ts";
import { drafting, office } from "../telling.ts";
import type { Telling } from "./notify.ts";
import type { PeopleOf, Recipient } from "./people.store.ts";
import { draftDetails } from "./tell-of-draft.ts";
import { tellOnce } from "./tell-once.ts";

type Day = { readonly today: string; readonly calendar: WorkCalendar };

/**
 * Reminds agencies of the draft answers that they owe before a conference, on the days on which they are reminded of any
 * date; once one is late, or the agency has nobody, the office that asked as well. Answers how many words were given.
 */
export async function remindOfDrafts(
  db: Kysely<DB>,
  { today, calendar }: Day,
  peopleOf: PeopleOf,
  telling: Telling,
): Promise<number> {
  let given = 0;
  for (const draft of await owedDrafts(db, today)) {
    const reminder = reminderToday(draft.askedOn, draft.due, today, calendar);
    // Being asked was a word of its own.
    if (!reminder || reminder.kind === "assigned") continue;
    const agency = await peopleOf(draft.agencyId, drafting);
    const days = { draft: "reminder", reminder: reminder.kind, days: daysBetween(today, draft.due) } as const;
    given += await tell(db, draft, agency, { ...draftDetails(draft, "lead"), ...days }, telling);
    if (agency.length > 0 && !isLate(reminder.kind)) continue;
    const unmanned = agency.length === 0 ? ({ unmanned: true } as const) : {};
    const details: DraftDetails = { ...draftDetails(draft, "unit"), ...days, ...unmanned };
    given += await tell(db, draft, await peopleOf(draft.unitId, office.capacities), details, telling);
  }
  return given;
}

function tell(
  db: Kysely<DB>,
  { requestId, recommendationId, due }: ToldDraft,
  people: readonly Recipient[],
  details: DraftDetails,
  telling: Telling,
): Promise<number> {
  const source = `draft ${requestId} ${due} ${details.reminder}`;
  return tellOnce(db, people, { kind: "reminder", recommendationId, details, source }, telling);
}
