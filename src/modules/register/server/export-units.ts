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
      (select above.code from unit_parent p join unit above on above.id = p.parent_id
        where p.unit_id = u.id and above.code <> ${CENTRE_CODE} order by p.from_on limit 1) as parent,
      nullif(u.from_on, '-infinity')::text as "from", nullif(u.until_on, 'infinity')::text as until
    from unit u join wanted on wanted.id = u.id
    where u.code <> ${CENTRE_CODE}
    order by (select max(depth) from unit_ancestry a where a.descendant_id = u.id), u.code`.execute(db);
  return rows.map((row) => withoutBlanks(row) as FileUnits[number]);
}

/** The arrangements in which a unit of the subtree took part. */
export async function exportSuccessions(db: Kysely<DB>, unitIds: readonly string[]) {
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
