import type { DB } from "#db";
import { Problem } from "#kernel/problem.ts";
import { outOfSight, presentMatters } from "#modules/recommendation/server/index.ts";
import { sql, type Kysely } from "kysely";
import { conclusionProblems as problems } from "../problems.ts";
import { mayStand } from "./propose-lines.ts";

type Found = { readonly id: string; readonly code: string; readonly assignable: boolean };

/**
 * The ids of matters, by code, that may stand in the notice of a conference.
 * @throws Problem `matter_twice`, `matter_elsewhere`, `not_to_assign`
 */
export async function mattersToPut(
  db: Kysely<DB>,
  conferenceId: string,
  codes: readonly string[],
): Promise<Map<string, string>> {
  const twice = codes.find((code, index) => codes.indexOf(code) !== index);
  if (twice) throw new Problem(problems.matter_twice, { values: { matter: twice } });
  if (codes.length === 0) return new Map();
  // What was put out of sight meanwhile is not told apart from what never was there.
  const { rows } = await sql<Found>`
    select r.id, r.code, ${mayStand} as assignable from ${presentMatters}
    where r.conference_id = ${conferenceId} and r.taken_back_at is null and not ${outOfSight}
      and r.code = any(${[...codes]})`.execute(db);
  const found = new Map(rows.map((row) => [row.code, row]));
  for (const code of codes) {
    const matter = found.get(code);
    if (!matter) throw new Problem(problems.matter_elsewhere, { values: { matter: code }, field: "matter" });
    if (!matter.assignable)
      throw new Problem(problems.not_to_assign, { values: { matter: code }, field: "matter" });
  }
  return new Map(rows.map(({ id, code }) => [code, id]));
}
