import type { Actor } from "#kernel/actor.ts";
import { mayReadUnit } from "#modules/organization/server/index.ts";
import type { DB } from "#db";
import type { Kysely } from "kysely";
import type { Basis } from "../report.ts";

type Asked = { readonly unit: string; readonly from: string; readonly to: string; readonly basis?: Basis };

/**
 * Whether a report may be read, by the posts held now, whenever they began: as was, by whoever had the unit below them
 * all the period; as is, by whoever has it now, for then it counts what its present parts did under others.
 * @throws Problem `organization.unit_not_found`
 */
export async function mayReadReport(
  db: Kysely<DB>,
  actor: Actor,
  { unit, from, to, basis }: Asked,
  today: string,
): Promise<void> {
  const days = basis === "as-is" ? { on: today } : { from, on: to };
  await mayReadUnit(db, actor, unit, { ...days, today });
}
