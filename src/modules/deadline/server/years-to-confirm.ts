import type { DB } from "#db";
import type { Kysely } from "kysely";
import { calendarYears } from "./calendar.store.ts";

/**
 * The years whose calendar somebody should confirm now: the present one, and from October on the next, because dates
 * that are given then reach into it.
 */
export async function yearsToConfirm(db: Kysely<DB>, today: string): Promise<number[]> {
  const { year, month } = Temporal.PlainDate.from(today);
  const confirmed = new Set(
    (await calendarYears(db)).filter((each) => each.confirmed).map((each) => each.year),
  );
  return (month >= 10 ? [year, year + 1] : [year]).filter((each) => !confirmed.has(each));
}
