import { fieldNameOn } from "../fields/field.store.ts";
import type { Actor } from "#kernel/actor.ts";
import {
  mannedOn,
  unitByCode,
  unitName,
  withHeirs,
  withPredecessors,
} from "#modules/organization/server/index.ts";
import { toldOfConferences } from "../sight/names-of-conference.ts";
import { remembered } from "#platform/server/database/remembered.ts";
import type { DB } from "#db";
import { nameOrder } from "#platform/server/database/name-order.ts";
import { sql, type Kysely } from "kysely";
import { rulingCapacities } from "../../who-answers-above.ts";
import { mayReceive } from "../../permissions.ts";

// What forms offer to choose from. Acts judge again whatever is sent.

export type UnitChoice = { readonly code: string; readonly name: string };
export type FieldChoice = { readonly code: string; readonly name: string; readonly parent: string | null };
export type ConferenceChoice = {
  readonly id: string;
  readonly heldOn: string;
  readonly topic: string | null;
  readonly form: string;
};

export const choicesAtMost = 500;

/**
 * What hangs directly on a unit, or on those that carry its work on, and can be given its matters: agencies and
 * organisations first, then units below.
 */
export async function agenciesOf(
  db: Kysely<DB>,
  unitCode: string,
  today: string,
  limit = choicesAtMost,
): Promise<UnitChoice[]> {
  const kinds = ["agency", "organisation", "province", "district", "commune"];
  const { rows } = await sql<UnitChoice>`
    select below.code, n.name from unit top
    join unit_parent lies on lies.parent_id = top.id and ${today}::date between lies.from_on and lies.until_on
    join unit below on below.id = lies.unit_id and below.kind = any(${kinds})
    join unit_name n on n.unit_id = below.id and ${today}::date between n.from_on and n.until_on
    where top.id = any(${await keepersOf(db, unitCode)}::uuid[])
    order by below.kind not in ('agency', 'organisation'), ${nameOrder(sql`n.name`)}, below.code limit ${limit}`.execute(
    db,
  );
  return rows;
}

/** Who can lead the work on a unit's matters: those, and last the unit itself or those that carry its work on. */
export async function leadsOf(db: Kysely<DB>, unitCode: string, today: string): Promise<UnitChoice[]> {
  const { rows: keepers } = await sql<UnitChoice>`
    select u.code, n.name from unit u
    join unit_name n on n.unit_id = u.id and ${today}::date between n.from_on and n.until_on
    where u.id = any(${await keepersOf(db, unitCode)}::uuid[]) order by ${nameOrder(sql`n.name`)}, u.code`.execute(
    db,
  );
  return [...(await agenciesOf(db, unitCode, today)), ...keepers];
}

async function keepersOf(db: Kysely<DB>, unitCode: string): Promise<string[]> {
  return withHeirs(db, [(await unitByCode(db, unitCode)).id]);
}

/** The villages of a unit; names repeat, so those deeper down are told with the commune they lie in. */
export async function villagesOf(
  db: Kysely<DB>,
  unitCode: string,
  today: string,
  limit = choicesAtMost,
): Promise<UnitChoice[]> {
  const { rows } = await sql<UnitChoice>`
    select below.code, concat_ws(', ', n.name, place.name) as name from unit top
    join unit_ancestry a on a.ancestor_id = top.id and ${today}::date between a.from_on and a.until_on
    join unit below on below.id = a.descendant_id and below.kind = 'village'
    join unit_name n on n.unit_id = below.id and ${today}::date between n.from_on and n.until_on
    left join unit_parent lies on lies.unit_id = below.id and lies.parent_id <> top.id
      and ${today}::date between lies.from_on and lies.until_on
    left join unit_name place on place.unit_id = lies.parent_id and ${today}::date between place.from_on and place.until_on
    where top.code = ${unitCode}
    order by a.depth, ${nameOrder(sql`place.name`)}, ${nameOrder(sql`n.name`)}, below.code limit ${limit}`.execute(
    db,
  );
  return rows;
}

/** Those of these villages for which the actor writes down: a village head for their own alone. */
export async function villagesToReceive(
  db: Kysely<DB>,
  actor: Actor,
  villages: readonly UnitChoice[],
): Promise<readonly UnitChoice[]> {
  if (actor.kind !== "person" || actor.posts.some(({ capacity }) => capacity !== "village_head"))
    return villages;
  const ids = actor.posts.map(({ unitId }) => unitId);
  const own = await db.selectFrom("unit").select("code").where("id", "in", ids).execute();
  return villages.filter(({ code }) => own.some((village) => village.code === code));
}

/** A unit to which a matter may be passed upward; where nobody works in it, its reply comes on paper. */
export type AboveChoice = UnitChoice & { readonly manned: boolean };

/** The units above one, the nearest first. */
export async function unitsAbove(db: Kysely<DB>, unitCode: string, today: string): Promise<AboveChoice[]> {
  const { rows } = await sql<AboveChoice>`
    select above.code, ${unitName(sql`above.id`, sql`${today}::date`)} as name,
      ${mannedOn(sql`above.id`, today, rulingCapacities)} as manned from unit own
    join unit_ancestry a on a.descendant_id = own.id and a.depth > 0 and ${today}::date between a.from_on and a.until_on
    join unit above on above.id = a.ancestor_id
    where own.id = any(${await keepersOf(db, unitCode)}::uuid[]) order by a.depth`.execute(db);
  return rows;
}

/** The fields of the work that are in use on a day, each main field before its own. */
export async function fieldsOn(db: Kysely<DB>, day: string): Promise<FieldChoice[]> {
  const { rows } = await sql<FieldChoice>`
    select f.code, ${fieldNameOn("f", day)} as name, ${fieldNameOn("above", day)} as parent from field f left join field above on above.code = f.parent_code
    where ${day}::date between f.from_on and f.until_on order by f.position`.execute(db);
  return rows;
}

/** The latest conferences that a unit has held. */
export async function conferencesOf(
  db: Kysely<DB>,
  actor: Actor,
  unitCode: string,
  today: string,
): Promise<ConferenceChoice[]> {
  const choices = await db
    .selectFrom("conference as c")
    .innerJoin("unit as u", "u.id", "c.unit_id")
    .select(["c.id", "c.held_on as heldOn", "c.topic", "c.form"])
    .where("u.code", "=", unitCode)
    .where("c.held_recorded_at", "is not", null)
    .orderBy("c.held_on", "desc")
    .orderBy("c.id", "desc")
    .limit(20)
    .execute();
  const told = await toldOfConferences(
    db,
    actor,
    choices.map(({ id }) => id),
    today,
  );
  return choices.map((one) => ({ ...one, topic: told(one.id, one.topic) }));
}

/** The units for which an actor may write a recommendation down: those of the posts, or the one a village lies in. */
export async function receivingUnits(db: Kysely<DB>, actor: Actor, today: string): Promise<UnitChoice[]> {
  if (actor.kind === "system") return [];
  const holding = (relation: "self" | "descendant") =>
    actor.posts
      .filter(({ capacity }) => mayReceive[capacity]?.includes(relation))
      .map(({ unitId }) => unitId);
  const { rows } = await sql<UnitChoice>`
    select u.code, n.name from unit u
    join unit_name n on n.unit_id = u.id and ${today}::date between n.from_on and n.until_on
    where u.kind in ('centre', 'province', 'district', 'commune') and (u.id = any(${holding("self")}::uuid[])
      or u.id in (select parent_id from unit_parent
        where unit_id = any(${holding("descendant")}::uuid[]) and ${today}::date between from_on and until_on))
    order by ${nameOrder(sql`n.name`)}`.execute(db);
  return rows;
}

/** The units whose lists an actor can open whole, to narrow a list by. */
export async function readableUnits(
  db: Kysely<DB>,
  actor: Actor,
  today: string,
  limit = choicesAtMost,
): Promise<UnitChoice[]> {
  if (actor.kind === "system") return [];
  const own = await withPredecessors(
    db,
    actor.posts.map(({ unitId }) => unitId),
  );
  const { rows } = await sql<UnitChoice>`
    select u.code, ${unitName(sql`u.id`, sql`${today}::date`)} as name from unit u
    where u.kind in ('centre', 'province', 'district', 'commune') and exists (
      select from unit_ancestry a where a.descendant_id = u.id and a.ancestor_id = any(${own}::uuid[])
        and least(u.until_on, ${today}::date) between a.from_on and a.until_on)
    order by array_position(array['centre', 'province', 'district', 'commune'], u.kind),
      ${nameOrder(unitName(sql`u.id`, sql`${today}::date`))} limit ${limit}`.execute(db);
  return rows;
}

export type ListChoices = {
  /** In which leads and villages are told. */
  readonly unit: string | undefined;
  readonly units: readonly UnitChoice[];
  readonly leads: readonly UnitChoice[];
  readonly villages: readonly UnitChoice[];
  readonly fields: readonly FieldChoice[];
  readonly mayReceive: boolean;
};

/** What a list can be narrowed by, in the unit asked for or the first that the actor reads. */
export const listChoices = remembered(choicesFor);

async function choicesFor(
  db: Kysely<DB>,
  actor: Actor,
  asked: string | undefined,
  today: string,
): Promise<ListChoices> {
  const units = await readableUnits(db, actor, today);
  const unit = asked ?? units[0]?.code;
  const [receiving, leads, villages, fields] = await Promise.all([
    receivingUnits(db, actor, today),
    unit ? agenciesOf(db, unit, today) : [],
    unit ? villagesOf(db, unit, today) : [],
    fieldsOn(db, today),
  ]);
  return { unit, units, leads, villages, fields, mayReceive: receiving.length > 0 };
}
