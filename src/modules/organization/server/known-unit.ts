import type { DB } from "#db";
import type { Actor } from "#kernel/actor.ts";
import { Problem } from "#kernel/problem.ts";
import { remembered } from "#platform/server/database/remembered.ts";
import type { Kysely } from "kysely";
import { organizationProblems as problems } from "../problems.ts";
import { unitsByCode } from "./unit.store.ts";

const idOf = remembered(
  async (db: Kysely<DB>, _actor: Actor, code: string): Promise<string | null> =>
    (await unitsByCode(db, [code])).get(code)?.id ?? null,
);

/**
 * The id of the unit by which a list is narrowed. A code that no unit bears is a slip, and not a list without lines: whoever
 * asked would take that for an answer. A unit of which one may read nothing is answered with nothing.
 * @throws Problem `unit_not_found`
 */
export async function unitNarrowedTo(
  db: Kysely<DB>,
  actor: Actor,
  code: string,
  field = "unit",
): Promise<string> {
  const id = await idOf(db, actor, code);
  if (id === null) throw new Problem(problems.unit_not_found, { values: { code }, field });
  return id;
}
