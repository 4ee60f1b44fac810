import type { WorkCalendar } from "#kernel/calendar.ts";
import { daysBetween } from "#kernel/calendar/working-days.ts";
import { calendarOf } from "#modules/deadline/server/index.ts";
import type { DB } from "#db";
import type { Kysely } from "kysely";
import type { NotificationDetails } from "../notification.ts";
import { isLate, reminderToday, type ReminderToday } from "../reminder-today.ts";
import { office, toldOfDate, type Audience } from "../telling.ts";
import type { Telling } from "./notify.ts";
import { owedDates, type OwedDate } from "./owed-matters.ts";
import { remindOfDrafts } from "./remind-of-drafts.ts";
import { remindOfInvitations } from "./remind-of-invitations.ts";
import { remindOfPlans } from "./remind-of-plans.ts";
import { remindOfWaiting } from "./remind-of-waiting.ts";
import { rememberedPeople, type PeopleOf, type Recipient } from "./people.store.ts";
import { remindPeople } from "./remind-people.ts";

const batch = 500;

/**
 * Reminds everybody of what is owed by a day; answers how many reminders were given. Run as often as one
 * likes: each date, kind of reminder and person only once. After a crash the next run does the rest.
 */
export async function remind(db: Kysely<DB>, today: string, telling: Telling): Promise<number> {
  const calendar = await calendarOf(db);
  const peopleOf = rememberedPeople(db, today);
  let given = 0;
  for (let after: string | null = null; ;) {
    const dates = await owedDates(db, after, batch, today);
    if (dates.length === 0) break;
    for (const date of dates) given += await remindOf(db, date, today, calendar, peopleOf, telling);
    after = dates.at(-1)!.recommendationId;
  }
  given += await remindOfWaiting(db, today, peopleOf, telling);
  given += await remindOfDrafts(db, { today, calendar }, peopleOf, telling);
  given += await remindOfInvitations(db, { today, calendar }, peopleOf, telling);
  return given + (await remindOfPlans(db, today, peopleOf, telling));
}

async function remindOf(
  db: Kysely<DB>,
  date: OwedDate,
  today: string,
  calendar: WorkCalendar,
  peopleOf: PeopleOf,
  telling: Telling,
): Promise<number> {
  const reminder = reminderToday(date.assignedOn, date.due, today, calendar);
  if (!reminder || isMoreThanOwed(date, reminder)) return 0;
  let given = 0;
  const unmanned = await hasNobody(date, peopleOf);
  for (const wanted of toldOfDate(date.role, isLate(reminder.kind))) {
    const audience = unmanned && wanted.side === "lead" ? office : wanted;
    const unitId = audience.side === "unit" ? date.unitId : date.agencyId;
    const people = await notYetReminded(db, date, reminder, await peopleOf(unitId, audience.capacities));
    if (people.length === 0) continue;
    const { recommendationId, due } = date;
    const details = { ...detailsOf(date, audience, today), ...(unmanned && { unmanned }) };
    given += await db
      .transaction()
      .execute((trx) => remindPeople(trx, { recommendationId, due, reminder, details, people }, telling));
  }
  return given;
}

/** Whether the leading agency has nobody now who could be told; then the office is, in their place. */
async function hasNobody({ role, agencyId }: OwedDate, peopleOf: PeopleOf): Promise<boolean> {
  if (role !== "lead") return false;
  const [lead] = toldOfDate("lead", false);
  return (await peopleOf(agencyId, lead!.capacities)).length === 0;
}

/** A coordinating agency has no answer of its own by which it could end the reminders: once late is enough. */
function isMoreThanOwed(date: OwedDate, { kind }: ReminderToday): boolean {
  return date.role === "coordinator" && isLate(kind) && kind !== "late_1";
}

function detailsOf(date: OwedDate, audience: Audience, today: string): NotificationDetails {
  const { code, agency } = date;
  return { code, side: audience.side, agency, days: daysBetween(today, date.due) };
}

/** Spares the hourly run a transaction for what was done before; the table's key decides in the end. */
async function notYetReminded(
  db: Kysely<DB>,
  date: OwedDate,
  reminder: ReminderToday,
  people: readonly Recipient[],
): Promise<Recipient[]> {
  if (people.length === 0) return [];
  const rows = await db
    .selectFrom("reminder")
    .select("person_id")
    .where("recommendation_id", "=", date.recommendationId)
    .where("due_on", "=", date.due)
    .where("kind", "=", reminder.kind)
    .execute();
  const had = new Set(rows.map(({ person_id }) => person_id));
  return people.filter(({ personId }) => !had.has(personId));
}
