import { recommendationProblems } from "#modules/recommendation/problems.ts";
import type { DB } from "#db";
import { Problem } from "#kernel/problem.ts";
import { unitsByCode, workingFor } from "#modules/organization/server/index.ts";
import type { Kysely } from "kysely";
import { conclusionProblems as problems } from "../problems.ts";
import type { LineInput } from "./notice-input.ts";

/** The units that a change of a draft names: whoever a line gives work to reads it, once the notice is issued. */
export type UnitsToName = ReadonlyMap<string, { readonly id: string; readonly works: boolean }>;

type Named = { readonly put: readonly LineInput[]; readonly fill?: { readonly lead?: string } | undefined };

/** By code, with whether work may be given to them: villages aside, whether they work for the conference's unit today; codes that are not there are simply missing. */
export async function unitsToName(
  db: Kysely<DB>,
  unitId: string,
  { put, fill }: Named,
  today: string,
): Promise<UnitsToName> {
  const inLines = put.flatMap(({ lead, coordinators }) => [lead, ...coordinators.map(({ unit }) => unit)]);
  const codes = [...new Set([...inLines, fill?.lead].flatMap((code) => code ?? []))];
  if (codes.length === 0) return new Map();
  const units = await unitsByCode(db, codes);
  const ids = [...units.values()].map(({ id }) => id);
  const working = await workingFor(db, unitId, ids, today);
  return new Map(
    [...units].map(([code, { id, kind }]) => [code, { id, works: kind !== "village" && working.has(id) }]),
  );
}

/**
 * The id of one of them, refused in the words in which the assignment would be once the notice is issued.
 * @throws Problem `unknown_unit`, `recommendation.lead_elsewhere`, `recommendation.coordinator_elsewhere`
 */
export function unitToName(
  units: UnitsToName,
  code: string,
  field: string,
  part: "lead" | "coordinator" = "lead",
): string {
  const unit = units.get(code);
  if (!unit) throw new Problem(problems.unknown_unit, { field, values: { code } });
  if (!unit.works)
    throw new Problem(recommendationProblems[`${part}_elsewhere`], { field, values: { code } });
  return unit.id;
}
