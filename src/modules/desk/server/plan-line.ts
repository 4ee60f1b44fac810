import type { DB } from "#db";
import type { Actor } from "#kernel/actor.ts";
import { planAgainstHeld } from "#modules/planning/server/index.ts";
import { remembered } from "#platform/server/database/remembered.ts";
import { sql, type Kysely } from "kysely";

/** How many conferences this year's plans ask of a unit and those below it, how many were held, how many are missing. */
export type PlanLine = {
  readonly unit: string;
  readonly year: number;
  readonly required: number;
  readonly held: number;
  readonly shortfall: number;
};

/**
 * The totals of the page of plan against reality, asked as that page asks first; null where no plan asks anything. Reckoned anew
 * only where plans or conferences have changed since.
 */
export async function planLine(
  db: Kysely<DB>,
  actor: Actor,
  unit: string,
  today: string,
): Promise<PlanLine | null> {
  const { rows } = await sql<{ edition: string }>`select edition from dialogue_edition`.execute(db);
  return lineIn(db, actor, unit, today, rows[0]!.edition);
}

const lineIn = remembered(
  async (db: Kysely<DB>, _actor: Actor, unit: string, today: string, _edition: string) => {
    const year = Number(today.slice(0, 4));
    const { totals } = await planAgainstHeld(db, { unit, year, asOf: today, today });
    const { required, held, shortfall } = totals;
    return required === null ? null : { unit, year, required, held, shortfall };
  },
);
