import { Problem } from "#kernel/problem.ts";
import { unitKey } from "#kernel/sought-words.ts";
import type { DB } from "#db";
import { sql, type Kysely, type Transaction } from "kysely";
import { unitName } from "./unit-name.ts";
import { rememberedWhereProven } from "#platform/server/database/remembered.ts";
import { organizationProblems as problems } from "../problems.ts";
import { CENTRE_CODE, existsOn, type Unit, type UnitKind } from "../unit.ts";

const columns = [
  "id",
  "code",
  "kind",
  "from_on as fromOn",
  "until_on as untilOn",
  "root_id as rootId",
] as const;

/** The unit with a code. @throws Problem `unit_not_found` */
export async function unitByCode(db: Kysely<DB>, code: string, field?: string): Promise<Unit> {
  const unit = await unitWithCode(db, code);
  if (!unit) throw new Problem(problems.unit_not_found, { values: { code }, field });
  return unit;
}

const unitWithCode = rememberedWhereProven(async (db: Kysely<DB>, code: string) => {
  const unit = await db.selectFrom("unit").select(columns).where("code", "=", code).executeTakeFirst();
  return unit as Unit | undefined;
});

/** The unit with a code, which must exist on a day. @throws Problem `unit_not_found`, `unit_not_there` */
export async function unitThereOn(db: Kysely<DB>, code: string, day: string, field?: string): Promise<Unit> {
  const unit = await unitByCode(db, code, field);
  if (!existsOn(unit, day)) throw new Problem(problems.unit_not_there, { values: { code, on: day }, field });
  return unit;
}

export async function centre(db: Kysely<DB>): Promise<Unit> {
  return unitByCode(db, CENTRE_CODE);
}

/** Units by code, in one reading; codes that are not there are simply missing. */
export async function unitsByCode(db: Kysely<DB>, codes: readonly string[]): Promise<Map<string, Unit>> {
  const rows = await db
    .selectFrom("unit")
    .select(columns)
    .where("code", "=", sql<string>`any(${[...codes]})`)
    .execute();
  return new Map(rows.map((row) => [row.code, row as Unit]));
}

export type NewUnit = {
  id: string;
  code: string;
  kind: UnitKind;
  subtype?: string | null;
  fromOn: string;
  untilOn: string;
  names: { name: string; fromOn: string; untilOn: string }[];
  parents: { parentId: string; fromOn: string; untilOn: string }[];
  rootId: string;
};

/** Writes new units with their names and parents; `refreshAncestry` must follow. */
export async function insertUnits(trx: Transaction<DB>, units: readonly NewUnit[], now: Temporal.Instant) {
  const recorded_at = now.toString();
  for (const some of inParts(units, 2000)) {
    await trx
      .insertInto("unit")
      .values(
        some.map(({ id, code, kind, subtype, fromOn, untilOn, rootId }) => ({
          id,
          code,
          kind,
          subtype: subtype ?? null,
          from_on: fromOn,
          until_on: untilOn,
          root_id: rootId,
          recorded_at,
        })),
      )
      .execute();
  }
  const names = units.flatMap(({ id, names }) => names.map((name) => nameRow(id, name)));
  for (const some of inParts(names, 4000)) await trx.insertInto("unit_name").values(some).execute();
  const parents = units.flatMap(({ id, parents }) =>
    parents.map(({ parentId, fromOn, untilOn }) => ({
      unit_id: id,
      parent_id: parentId,
      from_on: fromOn,
      until_on: untilOn,
    })),
  );
  for (const some of inParts(parents, 4000)) await trx.insertInto("unit_parent").values(some).execute();
}

function nameRow(
  unitId: string,
  { name, fromOn, untilOn }: { name: string; fromOn: string; untilOn: string },
) {
  return { unit_id: unitId, name, search: unitKey(name), from_on: fromOn, until_on: untilOn };
}

/** A list in parts small enough for the parameters of one statement. */
export function inParts<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size));
}

/** Another name from a day on, until the next that is known already: what is entered late takes nothing from it. */
export async function changeName(
  trx: Transaction<DB>,
  unitId: string,
  name: string,
  on: string,
): Promise<void> {
  const untilOn = await cutAt(trx, "unit_name", unitId, on);
  await trx
    .insertInto("unit_name")
    .values(nameRow(unitId, { name, fromOn: on, untilOn }))
    .execute();
}

/** The same of the unit above; `refreshAncestry` must follow. */
export async function changeParent(trx: Transaction<DB>, unitId: string, parentId: string, on: string) {
  const until_on = await cutAt(trx, "unit_parent", unitId, on);
  await trx
    .insertInto("unit_parent")
    .values({ unit_id: unitId, parent_id: parentId, from_on: on, until_on })
    .execute();
}

/** Ends what holds on a day the day before; answers until when it held. */
async function cutAt(
  trx: Transaction<DB>,
  table: "unit_name" | "unit_parent",
  unitId: string,
  on: string,
): Promise<string> {
  const { rows } = await sql<{ until: string }>`
    select coalesce((select until_on from ${sql.table(table)}
        where unit_id = ${unitId} and ${on}::date between from_on and until_on),
      (select min(from_on) - 1 from ${sql.table(table)} where unit_id = ${unitId} and from_on > ${on}::date),
      'infinity') as until`.execute(trx);
  await sql`delete from ${sql.table(table)} where unit_id = ${unitId} and from_on = ${on}::date`.execute(trx);
  await sql`update ${sql.table(table)} set until_on = ${on}::date - 1
    where unit_id = ${unitId} and ${on}::date between from_on and until_on`.execute(trx);
  return rows[0]!.until;
}

/** The ids of the units that hang directly on any of these on a day. */
export async function childrenOn(
  db: Kysely<DB>,
  parentIds: readonly string[],
  day: string,
): Promise<string[]> {
  if (parentIds.length === 0) return [];
  const rows = await db
    .selectFrom("unit_parent")
    .select("unit_id")
    .where("parent_id", "in", [...parentIds])
    .where("from_on", "<=", day)
    .where("until_on", ">=", day)
    .execute();
  return rows.map((row) => row.unit_id);
}

export async function endUnit(trx: Transaction<DB>, unitId: string, lastDay: string): Promise<void> {
  await trx.updateTable("unit").set({ until_on: lastDay }).where("id", "=", unitId).execute();
  await trx
    .updateTable("unit_parent")
    .set({ until_on: lastDay })
    .where("unit_id", "=", unitId)
    .where("until_on", ">", lastDay)
    .where("from_on", "<=", lastDay)
    .execute();
  await trx
    .updateTable("unit_name")
    .set({ until_on: lastDay })
    .where("unit_id", "=", unitId)
    .where("until_on", ">", lastDay)
    .where("from_on", "<=", lastDay)
    .execute();
}

/**
 * Derives anew who is above whom, for the units given and everything below them.
 * @throws Problem `under_itself` where the parents would make a circle
 */
export async function refreshAncestry(trx: Transaction<DB>, unitIds: readonly string[]): Promise<void> {
  const ids = [...unitIds];
  await sql`
    create temporary table if not exists moved_unit (id uuid primary key) on commit delete rows`.execute(trx);
  await sql`truncate moved_unit`.execute(trx);
  await sql`
    insert into moved_unit
    select id from unnest(${ids}::uuid[]) as given(id)
    union
    select descendant_id from unit_ancestry where ancestor_id = any(${ids}::uuid[])
    union
    (with recursive below as (
      select unit_id from unit_parent where parent_id = any(${ids}::uuid[])
      union
      select p.unit_id from unit_parent p join below b on p.parent_id = b.unit_id)
    select unit_id from below)`.execute(trx);
  await sql`delete from unit_ancestry where descendant_id in (select id from moved_unit)`.execute(trx);
  await sql`
    with recursive up as (
      select u.id as descendant_id, u.id as ancestor_id, 0 as depth, u.from_on, u.until_on
      from unit u join moved_unit m on m.id = u.id
      union all
      select up.descendant_id, p.parent_id, up.depth + 1, greatest(up.from_on, p.from_on), least(up.until_on, p.until_on)
      from up join unit_parent p
        on p.unit_id = up.ancestor_id and p.from_on <= up.until_on and p.until_on >= up.from_on
      where up.depth < 20)
    insert into unit_ancestry (descendant_id, ancestor_id, depth, from_on, until_on)
    select descendant_id, ancestor_id, max(depth), from_on, max(until_on) from up
    group by descendant_id, ancestor_id, from_on`.execute(trx);
  // In a circle a unit is reached again from itself, deeper each time.
  const { rows: circle } = await sql`
    select 1 from unit_ancestry a join moved_unit m on m.id = a.descendant_id
    where a.ancestor_id = a.descendant_id and a.depth > 0 limit 1`.execute(trx);
  if (circle.length > 0) throw new Problem(problems.under_itself, { field: "parent" });
}

/** The name that a unit bore on a day, or on the nearest day of its existence; its code where no name is known for it. */
export async function unitNameOn(db: Kysely<DB>, unitId: string, day: string): Promise<string> {
  const { rows } = await sql<{ name: string }>`
    select ${unitName(sql`${unitId}::uuid`, sql`${day}::date`)} as name`.execute(db);
  return rows[0]!.name;
}

/** Whether one unit is above another on a day. */
export async function isAbove(
  db: Kysely<DB>,
  aboveId: string,
  belowId: string,
  day: string,
): Promise<boolean> {
  const line = await db
    .selectFrom("unit_ancestry")
    .select("depth")
    .where("ancestor_id", "=", aboveId)
    .where("descendant_id", "=", belowId)
    .where("depth", ">", 0)
    .where("from_on", "<=", day)
    .where("until_on", ">=", day)
    .executeTakeFirst();
  return line !== undefined;
}

/** The units that ever lay below some units, these among them; null where they are more than `atMost`. */
export async function unitsBelow(
  db: Kysely<DB>,
  ids: readonly string[],
  atMost: number,
): Promise<string[] | null> {
  const rows = await db
    .selectFrom("unit_ancestry")
    .select("descendant_id as id")
    .distinct()
    .where("ancestor_id", "=", sql<string>`any(${[...ids]}::uuid[])`)
    .limit(atMost + 1)
    .execute();
  return rows.length > atMost ? null : rows.map(({ id }) => id);
}
