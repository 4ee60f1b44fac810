import type { CalendarDay } from "#kernel/calendar.ts";
import type { DB } from "#db";
import type { Kysely } from "kysely";
import { proposeYear, questionsForConfirming } from "../proposal.ts";
import type { Words } from "../explain.ts";
import { calendarYears } from "./calendar.store.ts";

/** A marked day beside what the proposal says of it. */
export type ComparedDay = CalendarDay & { readonly differs: "as_proposed" | "added" | "changed" };

export type CalendarYearPage = {
  readonly year: number;
  /** Nobody has begun the year: its days are those of the proposal. */
  readonly state: "proposal" | "draft" | "confirmed";
  readonly days: readonly ComparedDay[];
  /** Proposed days that were taken out again. */
  readonly removed: readonly CalendarDay[];
  /** What to look up before confirming. */
  readonly questions: readonly Words[];
};

/** One year of the calendar as it stands, against the proposal. */
export async function readCalendarYear(db: Kysely<DB>, year: number): Promise<CalendarYearPage> {
  const [begun] = await calendarYears(db, year);
  const proposal = proposeYear(year);
  const days = begun?.days ?? proposal.days;
  const proposed = new Map(proposal.days.map((day) => [day.date, day]));
  const marked = new Set(days.map(({ date }) => date));
  return {
    year,
    state: begun ? (begun.confirmed ? "confirmed" : "draft") : "proposal",
    days: days.map((day) => ({ ...day, differs: difference(day, proposed.get(day.date)) })),
    removed: proposal.days.filter(({ date }) => !marked.has(date)),
    questions: questionsForConfirming(year),
  };
}

function difference(day: CalendarDay, proposed: CalendarDay | undefined): ComparedDay["differs"] {
  if (!proposed) return "added";
  return proposed.kind === day.kind && proposed.name === day.name ? "as_proposed" : "changed";
}
