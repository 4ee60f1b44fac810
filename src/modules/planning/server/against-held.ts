import { inVietnameseOrder } from "#kernel/vietnamese-order.ts";
import type { DB } from "#db";
import {
  binding,
  heldTable,
  ofOneMoment,
  planTables,
  scopeOf,
  type Scope,
} from "#modules/report/server/index.ts";
import type { Basis } from "#modules/report/report.ts";
import { sql, type Kysely, type Transaction } from "kysely";
import {
  quartersOf,
  totalsOf,
  type Against,
  type Entry,
  type PlanInForce,
  type UnitLine,
} from "../against.ts";
import { entriesOf } from "./against-entries.ts";
import { nameThen } from "./name-then.ts";

export type AgainstQuestion = {
  readonly unit: string;
  readonly year: number;
  /** The day whose state is shown, `YYYY-MM-DD`. */
  readonly asOf: string;
  readonly basis?: Basis;
  readonly today: string;
};

/**
 * The plans of a unit and of all below it for a year, against what was held, unit by unit and quarter by quarter: the
 * figures of the report, asked by the report's own tables. Whether the reader may see the unit is for the caller to know.
 * @throws Problem `organization.unit_not_found`, `report.not_a_day`, `report.unit_not_present`
 */
export async function planAgainstHeld(db: Kysely<DB>, question: AgainstQuestion): Promise<Against> {
  return ofOneMoment(db, (trx) => countAgainst(trx, question));
}

/** The same within a transaction that is already open. */
export async function countAgainst(trx: Transaction<DB>, question: AgainstQuestion): Promise<Against> {
  const { unit, year, asOf, basis = "as-was", today } = question;
  const period = { from: `${year}-01-01`, to: `${year}-12-31` };
  const scope = await scopeOf(trx, { unit, ...period, asOf, basis, today });
  const entries = await entriesOf(trx, scope);
  const units = linesOf(await unitFigures(trx, scope), entries);
  return {
    unit,
    unitName: await unitNameThen(trx, scope),
    year,
    asOf,
    basis,
    plans: await plansInForce(trx, scope),
    units,
    totals: totalsOf(units),
    quarters: quartersOf(entries),
    entries,
  };
}

type UnitFigures = Omit<UnitLine, "planned">;

/** The report's plan lines, and what was held by units of which no plan asks anything. */
async function unitFigures(trx: Transaction<DB>, scope: Scope): Promise<UnitFigures[]> {
  const { rows } = await sql<UnitFigures>`
    with ${heldTable(scope)}, ${planTables(scope)},
    counted as (
      select unit_id, required, held, shortfall from plan_line
      union all
      select unit_id, null, count(*)::int, 0 from held
      where unit_id not in (select unit_id from plan_line) group by unit_id)
    select u.code as unit, ${nameThen(scope)} as name, c.required, c.held, c.shortfall
    from counted c join unit u on u.id = c.unit_id`.execute(trx);
  return rows;
}

/** One line a unit; also for units that only have something planned. Those that are asked come first, then by name. */
function linesOf(figures: readonly UnitFigures[], entries: readonly Entry[]): UnitLine[] {
  const planned = entries.filter(({ isPlanned }) => isPlanned);
  const known = new Map(figures.map((line) => [line.unit, line]));
  for (const { unit, name } of planned) {
    if (!known.has(unit)) known.set(unit, { unit, name, required: null, held: 0, shortfall: 0 });
  }
  const lines = [...known.values()].map((line) => ({
    ...line,
    planned: planned.filter(({ unit }) => unit === line.unit).length,
  }));
  return lines.toSorted(
    (one, other) =>
      Number(one.required === null) - Number(other.required === null) ||
      inVietnameseOrder(one.name, other.name) ||
      (one.unit < other.unit ? -1 : 1),
  );
}

async function plansInForce(trx: Transaction<DB>, scope: Scope): Promise<PlanInForce[]> {
  const { rows } = await sql<PlanInForce>`
    select p.id, ${nameThen(scope)} as "unitName", p.symbol, p.issued_on as "issuedOn"
    from plan p join unit u on u.id = p.unit_id
    where make_date(p.year, 1, 1) between ${scope.from} and ${scope.to} and ${binding(scope, "p")}
      and (exists (select from plan_requirement q join ${scope.place} as place on place.unit_id = q.unit_id
          where q.plan_id = p.id)
        or exists (select from planned_conference k join ${scope.place} as place on place.unit_id = k.unit_id
          where k.plan_id = p.id))
    order by p.issued_on nulls first, p.id limit 50`.execute(trx);
  return rows;
}

async function unitNameThen(trx: Transaction<DB>, scope: Scope): Promise<string> {
  const { rows } = await sql<{ name: string }>`
    select ${nameThen(scope)} as name from unit u where u.id = ${scope.unitId}`.execute(trx);
  return rows[0]!.name;
}
