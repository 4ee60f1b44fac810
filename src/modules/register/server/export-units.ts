import type { DB } from "#db";
import { CENTRE_CODE } from "#modules/organization/unit.ts";
import { sql, type Kysely } from "kysely";
import type { RegisterFileInput } from "../register-file.ts";
import { anyOf } from "./any-of.ts";
import { withoutBlanks } from "./event-parts.ts";

type FileUnits = NonNullable<RegisterFileInput["units"]>;
type FileSuccessions = NonNullable<RegisterFileInput["successions"]>;

/** The units of the subtree, everything above them, and whatever else the records name with everything above that. */
export async function exportUnits(db: Kysely<DB>, unitIds: readonly string[], named: readonly string[]) {
  const { rows } = await sql<FileUnits[number] & { until: string | null }>`
    with wanted as (
      select distinct a.ancestor_id as id from unit_ancestry a where a.descendant_id = any(${[...unitIds, ...named]}::uuid[])
      union select other.unit_id from unit_succession_side mine
        join unit_succession_side other using (succession_id) where mine.unit_id = any(${[...unitIds]}::uuid[]))
    select u.code, u.kind,
      (select n.name from unit_name n where n.unit_id = u.id order by n.from_on desc limit 1) as name,
      (select jsonb_agg(jsonb_build_object('name', n.name, 'until', n.until_on) order by n.from_on) from unit_name n
        where n.unit_id = u.id and n.from_on < (select max(last.from_on) from unit_name last where last.unit_id = u.id)) as former_names,
      (select above.code from unit_parent p join unit above on above.id = p.parent_id
        where p.unit_id = u.id and above.code <> ${CENTRE_CODE} order by p.from_on limit 1) as parent,
      nullif(u.from_on, '-infinity')::text as "from", nullif(u.until_on, 'infinity')::text as until
    from unit u join wanted on wanted.id = u.id
    where u.code <> ${CENTRE_CODE}
    order by (select max(depth) from unit_ancestry a where a.descendant_id = u.id), u.code`.execute(db);
  return rows.map((row) => withoutBlanks(row) as FileUnits[number]);
}

/**
 * The arrangements in which a unit of the subtree took part, and where its units were put on a day without one that
 * says so: what hung on a unit that was split or abolished is placed one by one.
 */
export async function exportSuccessions(
  db: Kysely<DB>,
  unitIds: readonly string[],
): Promise<FileSuccessions> {
  const all = [...(await arrangementsOf(db, unitIds)), ...(await placedOneByOne(db, unitIds))];
  return all.toSorted((one, other) => (one.on < other.on ? -1 : Number(one.on > other.on)));
}

async function placedOneByOne(db: Kysely<DB>, unitIds: readonly string[]): Promise<FileSuccessions> {
  const { rows } = await sql<{ on: string; code: string; above: string }>`
    select next.from_on as on, u.code, above.code as above from unit_parent next
    join unit_parent before on before.unit_id = next.unit_id and before.until_on = next.from_on - 1
      and before.parent_id <> next.parent_id
    join unit u on u.id = next.unit_id
    join unit above on above.id = next.parent_id
    where next.unit_id = any(${[...unitIds]}::uuid[]) and above.code <> ${CENTRE_CODE} and not exists (
      select from unit_succession s
      join unit_succession_side was on was.succession_id = s.id and was.side = 'from'
      join unit_succession_side is_now on is_now.succession_id = s.id and is_now.side = 'to'
      where s.on_date = next.from_on and is_now.unit_id = next.parent_id
        and ((s.kind = 'reparent' and was.unit_id = next.unit_id)
          or (s.kind in ('merge', 'rename') and was.unit_id = before.parent_id)))
    order by 1, 2`.execute(db);
  return rows.map(({ on, code, above }) => ({ kind: "reparent", on, from: [code], to: [above] }));
}

async function arrangementsOf(db: Kysely<DB>, unitIds: readonly string[]) {
  const rows = await db
    .selectFrom("unit_succession as s")
    .innerJoin("unit_succession_side as side", "side.succession_id", "s.id")
    .innerJoin("unit as u", "u.id", "side.unit_id")
    .select(["s.id", "s.kind", "s.on_date", "side.side", "u.code"])
    .where("s.id", "in", (eb) =>
      eb.selectFrom("unit_succession_side").select("succession_id").where("unit_id", "=", anyOf(unitIds)),
    )
    .orderBy("s.on_date")
    .orderBy("s.id")
    .orderBy("u.code")
    .execute();
  return [...Map.groupBy(rows, ({ id }) => id).values()].map((sides) => ({
    kind: sides[0]!.kind as FileSuccessions[number]["kind"],
    on: sides[0]!.on_date,
    from: sides.filter(({ side }) => side === "from").map(({ code }) => code),
    to: sides.filter(({ side }) => side === "to").map(({ code }) => code),
  }));
}
