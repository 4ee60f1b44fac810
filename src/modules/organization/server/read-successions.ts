import { inVietnameseOrder } from "#kernel/vietnamese-order.ts";
import type { DB } from "#db";
import { sql, type Kysely } from "kysely";
import { dayBefore, type SuccessionKind } from "../unit.ts";
import { unitLines, type UnitLine } from "./unit-days.ts";

/** An arrangement that touched a unit: the units before, as they were the day before, and those after. */
export type SuccessionReading = {
  readonly id: string;
  readonly kind: SuccessionKind;
  readonly on: string;
  readonly symbol: string | null;
  readonly from: readonly UnitLine[];
  readonly to: readonly UnitLine[];
};

type Row = {
  id: string;
  kind: SuccessionKind;
  on: string;
  symbol: string | null;
  from: string[];
  to: string[];
};

/** Every arrangement in which the unit took part, the latest first. */
export async function readSuccessions(db: Kysely<DB>, unitId: string): Promise<SuccessionReading[]> {
  const { rows } = await sql<Row>`
    select s.id, s.kind, s.on_date as "on", s.symbol,
      coalesce(array_agg(other.unit_id) filter (where other.side = 'from'), '{}') as "from",
      coalesce(array_agg(other.unit_id) filter (where other.side = 'to'), '{}') as "to"
    from unit_succession s
    join unit_succession_side other on other.succession_id = s.id
    where s.id in (select succession_id from unit_succession_side where unit_id = ${unitId})
    group by s.id order by s.on_date desc, s.id`.execute(db);
  return Promise.all(rows.map((row) => named(db, row)));
}

async function named(db: Kysely<DB>, row: Row): Promise<SuccessionReading> {
  const before = await unitLines(db, row.from, dayBefore(row.on));
  const after = await unitLines(db, row.to, row.on);
  return { ...row, from: [...before.values()].sort(byName), to: [...after.values()].sort(byName) };
}

const byName = (a: UnitLine, b: UnitLine) => inVietnameseOrder(a.name, b.name);
