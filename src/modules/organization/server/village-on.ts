import type { DB } from "#db";
import { Problem } from "#kernel/problem.ts";
import { sql, type Kysely } from "kysely";
import { organizationProblems as problems } from "../problems.ts";
import { existsOn, type Unit } from "../unit.ts";
import { unitByCode, unitThereOn, withPredecessors } from "./unit.store.ts";

/**
 * The village with a code, which lay below a unit on a day, at any depth, or carries on one that did. The head of the
 * village that is written down with a matter reads it: so it is never a village of somebody else.
 * @throws Problem `unit_not_found`, `unit_not_there`, `not_a_village_there`
 */
export async function villageOn(
  db: Kysely<DB>,
  unitId: string,
  code: string,
  day: string,
  field: string,
): Promise<Unit> {
  const village = await unitByCode(db, code, field);
  if (village.kind === "village" && (await layBelow(db, unitId, village, day))) return village;
  await unitThereOn(db, code, day, field);
  throw new Problem(problems.not_a_village_there, { values: { code, on: day }, field });
}

async function layBelow(db: Kysely<DB>, unitId: string, village: Unit, day: string): Promise<boolean> {
  const ids = existsOn(village, day) ? [village.id] : [];
  if (await anyBelow(db, unitId, ids, day)) return true;
  return anyBelow(db, unitId, await withPredecessors(db, [village.id]), day);
}

async function anyBelow(db: Kysely<DB>, unitId: string, ids: readonly string[], day: string) {
  if (ids.length === 0) return false;
  const { rows } = await sql`
    select from unit_ancestry a join unit below on below.id = a.descendant_id
    where a.ancestor_id = ${unitId} and a.descendant_id = any(${[...ids]}::uuid[]) and a.depth > 0
      and below.kind = 'village' and ${day}::date between a.from_on and a.until_on
      and ${day}::date between below.from_on and below.until_on limit 1`.execute(db);
  return rows.length > 0;
}
