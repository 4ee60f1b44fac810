import { inVietnameseOrder } from "#kernel/vietnamese-order.ts";
import { Problem } from "#kernel/problem.ts";
import { unitByCode, unitLines, withHeirs } from "#modules/organization/server/index.ts";
import { existsOn, type Unit } from "#modules/organization/unit.ts";
import type { DB } from "#db";
import { sql, type Kysely } from "kysely";
import { handoverProblems as problems } from "../problems.ts";

export type Receiver = { readonly id: string; readonly code: string; readonly name: string };

/** A unit that has work to hand over: since when, whose office writes the record, and who may take the work. */
export type Arrangement = {
  readonly unit: Unit;
  /** The first day on which it can be handed over. */
  readonly first: string;
  /** It goes on with what is not handed over. */
  readonly goesOn: boolean;
  /** The unit whose right is asked: for an agency, an organisation or a village the one above it. */
  readonly homeId: string;
  readonly receivers: readonly Receiver[];
};

/**
 * What was arranged with a unit, as far as its open work is concerned.
 * @throws Problem `unit_not_found`, `still_there`
 */
export async function arrangementOf(db: Kysely<DB>, code: string, today: string): Promise<Arrangement> {
  const unit = await unitByCode(db, code, "from");
  const goesOn = existsOn(unit, today);
  const given = await givenAway(db, unit.id, today);
  if (goesOn && given.length === 0) throw new Problem(problems.still_there, { field: "from" });
  const first = goesOn ? given[0]!.on : dayAfter(unit.untilOn);
  const parentId = await lastParent(db, unit.id);
  const named = await withHeirs(db, given.length > 0 ? given.map(({ to }) => to) : []);
  const taking = named.length > 0 ? named : await unitsBeside(db, parentId, today);
  const receivers = await presentOf(
    db,
    taking.filter((id) => id !== unit.id),
    today,
  );
  return { unit, first, goesOn, homeId: homeWith(unit, parentId), receivers };
}

/** The unit whose right is asked for one that has work to hand over, whatever has become of that. */
export async function homeOf(db: Kysely<DB>, unit: Unit): Promise<string> {
  return homeWith(unit, await lastParent(db, unit.id));
}

const homeWith = ({ kind, id }: Unit, parentId: string | null) => (partOfAnother.has(kind) && parentId) || id;

const partOfAnother: ReadonlySet<string> = new Set(["agency", "organisation", "village"]);

const dayAfter = (day: string) => Temporal.PlainDate.from(day).add({ days: 1 }).toString();

/** The units to which recorded arrangements gave all or part of it, the earliest first. */
async function givenAway(db: Kysely<DB>, unitId: string, today: string) {
  return db
    .selectFrom("unit_succession as s")
    .innerJoin("unit_succession_side as mine", "mine.succession_id", "s.id")
    .innerJoin("unit_succession_side as other", "other.succession_id", "s.id")
    .select(["s.on_date as on", "other.unit_id as to"])
    .where("mine.unit_id", "=", unitId)
    .where("mine.side", "=", "from")
    .where("other.side", "=", "to")
    .where("other.unit_id", "<>", unitId)
    .where("s.kind", "in", ["merge", "split", "partial", "rename"])
    .where("s.on_date", "<=", today)
    .orderBy("s.on_date")
    .execute();
}

async function lastParent(db: Kysely<DB>, unitId: string): Promise<string | null> {
  const parent = await db
    .selectFrom("unit_parent")
    .select("parent_id")
    .where("unit_id", "=", unitId)
    .orderBy("from_on", "desc")
    .executeTakeFirst();
  return parent?.parent_id ?? null;
}

/** Where nothing took it over: the unit above, and what lies directly in that one. */
async function unitsBeside(db: Kysely<DB>, parentId: string | null, today: string): Promise<string[]> {
  if (!parentId) return [];
  const above = await withHeirs(db, [parentId]);
  const { rows } = await sql<{ id: string }>`
    select unit_id as id from unit_parent
    where parent_id = any(${above}::uuid[]) and ${today}::date between from_on and until_on`.execute(db);
  return [...above, ...rows.map(({ id }) => id)];
}

async function presentOf(db: Kysely<DB>, ids: readonly string[], today: string): Promise<Receiver[]> {
  const lines = await unitLines(db, ids, today);
  return [...lines]
    .filter(([, line]) => existsOn(line, today) && line.kind !== "village")
    .map(([id, { code, name }]) => ({ id, code, name }))
    .sort((a, b) => inVietnameseOrder(a.name, b.name));
}
