import type { DB } from "#db";
import { Problem } from "#kernel/problem.ts";
import { rememberedWhereProven } from "#platform/server/database/remembered.ts";
import { sql, type Kysely } from "kysely";
import { organizationProblems as problems } from "../problems.ts";
import { existsOn, type Unit } from "../unit.ts";
import { unitByCode } from "./unit.store.ts";
import { predecessorsOfEach } from "./heirs.store.ts";

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
  const [fault] = await villageFaults(db, [{ unitId, village, on: day, field }]);
  if (fault) throw fault;
  return village;
}

/** A unit that is said to be a village of another on a day, and the field or path in which it is said. */
export type VillageSaid = {
  readonly unitId: string;
  readonly village: Unit;
  readonly on: string;
  readonly field: string;
};

/** Why each of some is no village of its unit on its day, in their order: `unit_not_there`, `not_a_village_there`; null where it is. */
export async function villageFaults(
  db: Kysely<DB>,
  said: readonly VillageSaid[],
): Promise<(Problem | null)[]> {
  const own = await lieBelow(db, said, ({ village }) => [village.id]);
  const others = said.filter((_, at) => !own[at]);
  const before = await predecessorsOfEach(db, [...new Set(others.map(({ village }) => village.id))]);
  const there = await lieBelow(db, others, ({ village }) =>
    village.kind === "village" ? before(village.id) : [],
  );
  const sound = new Set(others.filter((_, at) => there[at]));
  return said.map((one, at) => (own[at] || sound.has(one) ? null : faultOf(one)));
}

function faultOf({ village, on, field }: VillageSaid): Problem {
  const fault = existsOn(village, on) ? problems.not_a_village_there : problems.unit_not_there;
  return new Problem(fault, { values: { code: village.code, on }, field });
}

/** Of each, whether one of the villages that stand for it lay below its unit on its day. */
async function lieBelow(
  db: Kysely<DB>,
  said: readonly VillageSaid[],
  standFor: (one: VillageSaid) => readonly string[],
): Promise<boolean[]> {
  if (said.length === 0) return [];
  const asked = JSON.stringify(
    said.map((one, at) => ({ at, unit: one.unitId, villages: standFor(one), day: one.on })),
  );
  const found = new Set(await belowAmong(db, asked));
  return said.map((_, at) => found.has(at));
}

const belowAmong = rememberedWhereProven(async (db: Kysely<DB>, asked: string): Promise<number[]> => {
  const { rows } = await sql<{ at: number }>`
    select p.at from jsonb_to_recordset(${asked}::jsonb) as p(at int, unit uuid, villages uuid[], day date)
    where exists (
      select from unit_ancestry a join unit below on below.id = a.descendant_id
      where a.ancestor_id = p.unit and a.descendant_id = any(p.villages) and a.depth > 0 and below.kind = 'village'
        and p.day between a.from_on and a.until_on and p.day between below.from_on and below.until_on)`.execute(
    db,
  );
  return rows.map(({ at }) => at);
});
