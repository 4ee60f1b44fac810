import type { DB } from "#db";
import { planAgainstHeld } from "#modules/planning/server/index.ts";
import type { Kysely } from "kysely";

/** How many conferences this year's plans ask of a unit and those below it, how many were held, how many are missing. */
export type PlanLine = {
  readonly unit: string;
  readonly year: number;
  readonly required: number;
  readonly held: number;
  readonly shortfall: number;
};

/** The totals of the page of plan against reality, asked as that page asks first; null where no plan asks anything. */
export async function planLine(db: Kysely<DB>, unit: string, today: string): Promise<PlanLine | null> {
  const year = Number(today.slice(0, 4));
  const { totals } = await planAgainstHeld(db, { unit, year, asOf: today, today });
  const { required, held, shortfall } = totals;
  return required === null ? null : { unit, year, required, held, shortfall };
}
