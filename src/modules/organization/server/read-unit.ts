import { Problem } from "#kernel/problem.ts";
import type { DB } from "#db";
import { sql, type Kysely } from "kysely";
import { organizationProblems as problems } from "../problems.ts";
import { existsOn, type Unit } from "../unit.ts";
import { nameOn, nearestDay, type UnitLine } from "./unit-days.ts";
import { unitByCode } from "./unit.store.ts";

export type NamePeriod = { readonly name: string; readonly fromOn: string; readonly untilOn: string };
export type ParentPeriod = NamePeriod & { readonly code: string };

/** A unit on a day: what it is called then, what it lies in, and how both have changed. */
export type UnitReading = UnitLine & {
  readonly id: string;
  /** The day that is shown: the one asked for, or the nearest on which the unit exists. */
  readonly day: string;
  readonly there: boolean;
  readonly ancestors: readonly { code: string; name: string }[];
  readonly names: readonly NamePeriod[];
  readonly parents: readonly ParentPeriod[];
};

/**
 * Everything a unit's own page states of it on a day (`YYYY-MM-DD`).
 * @throws Problem `unit_not_found`
 */
export async function readUnit(db: Kysely<DB>, code: string, on: string): Promise<UnitReading> {
  const unit = await unitByCode(db, code);
  const line = await unitOn(db, unit, on);
  const [ancestors, names, parents] = [
    await ancestorsOn(db, unit.id, line.day),
    await namesInTime(db, unit.id),
    await parentsInTime(db, unit.id),
  ];
  return { ...line, id: unit.id, there: existsOn(unit, on), ancestors, names, parents };
}

async function unitOn(db: Kysely<DB>, unit: Unit, on: string): Promise<UnitLine & { day: string }> {
  const day = nearestDay(on);
  const { rows } = await sql<UnitLine & { day: string }>`
    select u.code, u.kind, u.subtype, u.from_on as "fromOn", u.until_on as "untilOn", ${day} as day,
      coalesce(${nameOn(day)}, u.code) as name
    from unit u where u.id = ${unit.id}`.execute(db);
  const [line] = rows;
  if (!line) throw new Problem(problems.unit_not_found, { values: { code: unit.code } });
  return line;
}

async function ancestorsOn(db: Kysely<DB>, unitId: string, day: string) {
  return db
    .selectFrom("unit_ancestry as a")
    .innerJoin("unit as u", "u.id", "a.ancestor_id")
    .innerJoin("unit_name as n", "n.unit_id", "u.id")
    .select(["u.code", "n.name"])
    .where("a.descendant_id", "=", unitId)
    .where("a.depth", ">", 0)
    .where("a.from_on", "<=", day)
    .where("a.until_on", ">=", day)
    .where("n.from_on", "<=", day)
    .where("n.until_on", ">=", day)
    .orderBy("a.depth", "desc")
    .execute();
}

async function namesInTime(db: Kysely<DB>, unitId: string): Promise<NamePeriod[]> {
  return db
    .selectFrom("unit_name")
    .select(["name", "from_on as fromOn", "until_on as untilOn"])
    .where("unit_id", "=", unitId)
    .orderBy("from_on")
    .execute();
}

/** The name of a parent is the one it bore when the unit last lay in it. */
async function parentsInTime(db: Kysely<DB>, unitId: string): Promise<ParentPeriod[]> {
  const { rows } = await sql<ParentPeriod>`
    select u.code, p.from_on as "fromOn", p.until_on as "untilOn",
      coalesce(${nameOn(sql<string>`least(p.until_on, u.until_on, current_date)`)}, u.code) as name
    from unit_parent p join unit u on u.id = p.parent_id
    where p.unit_id = ${unitId} order by p.from_on`.execute(db);
  return rows;
}
