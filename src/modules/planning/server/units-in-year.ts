import type { DB } from "#db";
import type { ProblemDefinition } from "#kernel/problem.ts";
import { Problem } from "#kernel/problem.ts";
import { sql, type Kysely } from "kysely";
import { refuseAny } from "#kernel/all-faults.ts";
import { planningProblems as problems } from "../problems.ts";

type UnitInYear = {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly fromOn: string;
  readonly untilOn: string;
  readonly isBelow: boolean;
};

/** Units by code with whether they are the plan's own unit or lie below it in that year, as the report will ask it. */
async function unitsInYear(
  db: Kysely<DB>,
  planUnitId: string,
  year: number,
  codes: readonly string[],
): Promise<Map<string, UnitInYear>> {
  const first = sql`greatest(${`${year}-01-01`}::date, u.from_on)`;
  const { rows } = await sql<UnitInYear>`
    select u.id, u.code, u.from_on as "fromOn", u.until_on as "untilOn",
      coalesce((select n.name from unit_name n where n.unit_id = u.id
        and least(u.until_on, ${first}) between n.from_on and n.until_on limit 1), u.code) as name,
      exists (select from unit_ancestry a where a.ancestor_id = ${planUnitId} and a.descendant_id = u.id
        and ${first} between a.from_on and a.until_on) as "isBelow"
    from unit u where u.code = any(${[...codes]})`.execute(db);
  return new Map(rows.map((row) => [row.code, row]));
}

/** Where a unit is named in the input, and by which code. */
export type Named = { readonly field: string; readonly code: string };

/**
 * The ids of the units that a plan names, by code; each must be there in that year, at or below the plan's unit.
 * @throws Problem with a fault for every line that names one which is not
 */
export async function unitsOfPlan(
  db: Kysely<DB>,
  plan: { unitId: string; year: number },
  named: readonly Named[],
): Promise<Map<string, string>> {
  const units = await unitsInYear(db, plan.unitId, plan.year, [...new Set(named.map(({ code }) => code))]);
  const above = await nameOfUnit(db, plan.unitId);
  refuseAny(named.flatMap((one) => faultOf(units.get(one.code), one, { year: plan.year, above }) ?? []));
  return new Map([...units].map(([code, { id }]) => [code, id]));
}

/** Those of the codes that may stand in a plan of the unit for that year. */
export async function fittingUnits(
  db: Kysely<DB>,
  plan: { unitId: string; year: number },
  codes: readonly string[],
): Promise<Set<string>> {
  const units = await unitsInYear(db, plan.unitId, plan.year, codes);
  const fitting = codes.filter((code) => {
    const named = { field: "", code };
    return faultOf(units.get(code), named, { year: plan.year, above: "" }) === null;
  });
  return new Set(fitting);
}

function faultOf(
  unit: UnitInYear | undefined,
  { field, code }: Named,
  { year, above }: { year: number; above: string },
): Problem | null {
  const fault = (definition: ProblemDefinition, on = "") =>
    new Problem(definition, { field, values: { unit: unit?.name ?? code, on: numeric(on), year, above } });
  if (unit && unit.untilOn < `${year}-01-01`) return fault(problems.unit_ended, unit.untilOn);
  if (unit && unit.fromOn !== "-infinity" && unit.fromOn > `${year}-12-31`)
    return fault(problems.unit_not_begun, unit.fromOn);
  return unit?.isBelow ? null : fault(problems.unit_not_below);
}

const numeric = (day: string): string => day.split("-").reverse().join("/");

async function nameOfUnit(db: Kysely<DB>, unitId: string): Promise<string> {
  const { rows } = await sql<{ name: string }>`
    select coalesce((select n.name from unit_name n where n.unit_id = u.id order by n.from_on desc limit 1), u.code) as name
    from unit u where u.id = ${unitId}`.execute(db);
  return rows[0]!.name;
}
