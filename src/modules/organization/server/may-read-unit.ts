import type { Actor } from "#kernel/actor.ts";
import { isRealDay } from "#kernel/input.ts";
import { Problem } from "#kernel/problem.ts";
import type { DB } from "#db";
import { sql, type Kysely } from "kysely";
import { organizationProblems as problems } from "../problems.ts";
import { anyUnit, liesBelow } from "./lies-below.ts";
import { readScope } from "./read-scope.ts";
import { unitByCode } from "./unit.store.ts";

/**
 * Whether all of a unit's register up to a day may be read: the unit is that of one of the actor's posts, or lies below
 * it, or did on that day. What came after a unit moved away is not for those whom it left.
 * @throws Problem `unit_not_found`, also for what the actor may not know of
 */
export async function mayReadUnit(
  db: Kysely<DB>,
  actor: Actor,
  code: string,
  { on, today }: { readonly on: string; readonly today: string },
): Promise<void> {
  const { everything, subtreeOf } = await readScope(db, actor);
  const unit = await unitByCode(db, code, "unit");
  if (everything) return;
  // What is no day is refused by whoever asks for that day.
  const day = isRealDay(on) ? on : today;
  const { rows } = await sql<{ lies: boolean }>`select ${liesBelow({
    unit: sql`${unit.id}::uuid`,
    above: anyUnit(subtreeOf),
    on: sql`${day}::date`,
    today,
  })} as lies`.execute(db);
  if (!rows[0]!.lies) throw new Problem(problems.unit_not_found, { values: { code }, field: "unit" });
}
