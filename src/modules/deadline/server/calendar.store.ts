import { uuidv7 } from "#kernel/identifier.ts";
import type { CalendarDay, CalendarDayKind, CalendarYear, WorkCalendar } from "#kernel/calendar.ts";
import { Problem } from "#kernel/problem.ts";
import type { DB } from "#db";
import { sql, type Kysely, type Transaction } from "kysely";
import { deadlineProblems as problems } from "../problems.ts";
import { vietnamCalendar } from "../proposal.ts";

const present = sql<Date>`'infinity'`;

/** Who writes a day or a rule down. */
export type Recording = { readonly now: Temporal.Instant; readonly personId: string | null };

/** The years that have been begun, each with its days in order; a year given narrows it to that one. */
export async function calendarYears(db: Kysely<DB>, year?: number): Promise<CalendarYear[]> {
  const years = await db
    .selectFrom("calendar_year")
    .select(["year", "confirmed_at"])
    .$if(year !== undefined, (query) => query.where("year", "=", year!))
    .orderBy("year")
    .execute();
  const days = await db
    .selectFrom("calendar_day")
    .select(["year", "on_date", "kind", "name", "decision"])
    .where("superseded_at", "=", present)
    .$if(year !== undefined, (query) => query.where("year", "=", year!))
    .orderBy("on_date")
    .execute();
  const byYear = Map.groupBy(days, (day) => day.year);
  return years.map((row) => ({
    year: row.year,
    days: (byYear.get(row.year) ?? []).map(dayFrom),
    confirmed: row.confirmed_at !== null,
  }));
}

/** The calendar to count by: what has been entered, and the proposal for the years nobody has begun. */
export async function calendarOf(db: Kysely<DB>): Promise<WorkCalendar> {
  return vietnamCalendar(await calendarYears(db));
}

function dayFrom(row: { on_date: string; kind: string; name: string; decision: string | null }): CalendarDay {
  const day = { date: row.on_date, kind: row.kind as CalendarDayKind, name: row.name };
  return row.decision === null ? day : { ...day, decision: row.decision };
}

/** Locks a year that has been begun. @throws Problem `calendar_year_not_begun` */
export async function yearForChange(
  trx: Transaction<DB>,
  year: number,
  field: string,
): Promise<CalendarYear> {
  await trx.selectFrom("calendar_year").select("year").where("year", "=", year).forUpdate().execute();
  const [found] = await calendarYears(trx, year);
  if (!found) throw new Problem(problems.calendar_year_not_begun, { values: { year }, field });
  return found;
}

/** @returns whether the year is new */
export async function insertYear(trx: Transaction<DB>, year: number, by: Recording): Promise<boolean> {
  const inserted = await trx
    .insertInto("calendar_year")
    .values({ year, recorded_at: by.now.toString(), recorded_by: by.personId })
    .onConflict((conflict) => conflict.doNothing())
    .returning("year")
    .executeTakeFirst();
  return inserted !== undefined;
}

export async function insertDays(
  trx: Transaction<DB>,
  year: number,
  days: readonly CalendarDay[],
  by: Recording,
): Promise<void> {
  if (days.length === 0) return;
  const rows = days.map(({ date, kind, name, decision }) => ({
    id: uuidv7(by.now),
    year,
    on_date: date,
    kind,
    name,
    decision: decision ?? null,
    recorded_at: by.now.toString(),
    recorded_by: by.personId,
  }));
  await trx.insertInto("calendar_day").values(rows).execute();
}

/** Ends what was held of a day. @returns whether there was anything to end */
export async function supersedeDay(
  trx: Transaction<DB>,
  date: string,
  now: Temporal.Instant,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable("calendar_day")
    .set({ superseded_at: now.toString() })
    .where("on_date", "=", date)
    .where("superseded_at", "=", present)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function markConfirmed(trx: Transaction<DB>, year: number, by: Recording | null): Promise<void> {
  await trx
    .updateTable("calendar_year")
    .set({ confirmed_at: by ? by.now.toString() : null, confirmed_by: by?.personId ?? null })
    .where("year", "=", year)
    .execute();
}
