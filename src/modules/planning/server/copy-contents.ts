import type { DB } from "#db";
import type { Transaction } from "kysely";
import { dayInYear } from "../quarter.ts";
import { plannedOf, replaceContents, requirementsOf, type PlanRow } from "./plan.store.ts";
import { fittingUnits } from "./units-in-year.ts";

type Target = { readonly id: string; readonly unitId: string; readonly year: number };

/**
 * Puts into a draft what another plan asks and foresees, days moved to the draft's year. Units that are not there in
 * that year, merged away or ended, are left out; answers their codes.
 */
export async function copyContents(
  trx: Transaction<DB>,
  source: PlanRow,
  target: Target,
  now: Temporal.Instant,
): Promise<string[]> {
  const requirements = await requirementsOf(trx, source.id);
  const planned = await plannedOf(trx, source.id);
  const named = [...requirements, ...planned].map(({ unit_id }) => unit_id);
  const codes = await codesOf(trx, named);
  const fitting = await fittingUnits(trx, target, [...codes.values()]);
  const fits = ({ unit_id }: { unit_id: string }) => fitting.has(codes.get(unit_id)!);
  const isAmendment = source.year === target.year;
  const contents = {
    requirements: requirements.filter(fits).map(({ plan_id: _, ...row }) => row),
    planned: planned.filter(fits).map(({ id, plan_id: _plan, position: _position, ...row }) => ({
      ...row,
      planned_on: row.planned_on === null ? null : dayInYear(row.planned_on, target.year),
      continues_id: isAmendment ? id : null,
    })),
  };
  await replaceContents(trx, target.id, contents, now);
  return [...new Set(codes.values())].filter((code) => !fitting.has(code)).toSorted();
}

async function codesOf(trx: Transaction<DB>, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await trx
    .selectFrom("unit")
    .select(["id", "code"])
    .where("id", "in", [...ids])
    .execute();
  return new Map(rows.map(({ id, code }) => [id, code]));
}
