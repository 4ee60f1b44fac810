import type { DB } from "#db";
import type { Actor } from "#kernel/actor.ts";
import {
  anyUnit,
  liesBelow,
  readScope,
  unitsBelow,
  type ReadScope,
} from "#modules/organization/server/index.ts";
import { remembered } from "#platform/server/database/remembered.ts";
import { sql, type Kysely, type RawBuilder } from "kysely";
import type { Life } from "../../conference.ts";

/** Where a conference `c` stands in its life. */
export const life = sql<Life>`case when c.held_recorded_at is not null then 'held'
  when c.called_off_recorded_at is not null then 'called_off' else 'prepared' end`;

/**
 * Whether a conference `c` may be read. Those who read a whole unit read its conferences and those below it;
 * an agency and a village read the conferences of the unit that they hang on, and those to which they are invited:
 * a city meets the heads of villages that lie in its communes.
 */
export function readableConference(scope: ReadScope, today: string): RawBuilder<boolean> {
  if (scope.everything) return sql`true`;
  const unit = sql`c.unit_id`;
  const days = { on: sql`c.held_on`, today };
  const below = liesBelow({ unit, above: anyUnit(scope.subtreeOf), ...days });
  const hanging = anyUnit([...scope.assignedTo, ...scope.villages]);
  const invited = sql`exists (select from conference_invitation i
    where i.conference_id = c.id and i.withdrawn_at is null and i.unit_id = ${anyUnit([...scope.subtreeOf, ...scope.assignedTo, ...scope.villages])})`;
  return sql`(${below} or ${liesBelow({ unit: hanging, above: unit, ...days, directly: true })} or ${invited})`;
}

/** The conferences of so many units are found by unit. */
const fewUnits = 50;

/** The units whose conferences an actor may read without being invited; null where they are many. */
const unitsRead = remembered(async (db: Kysely<DB>, actor: Actor): Promise<readonly string[] | null> => {
  const { everything, subtreeOf, assignedTo, villages } = await readScope(db, actor);
  if (everything) return null;
  const below = subtreeOf.length > 0 ? await unitsBelow(db, subtreeOf, fewUnits) : [];
  if (below === null) return null;
  const { rows } = await sql<{ id: string }>`select distinct a.ancestor_id as id from unit_ancestry a
    where a.descendant_id = ${anyUnit([...assignedTo, ...villages])} and a.depth = 1`.execute(db);
  return [...below, ...rows.map(({ id }) => id)];
});

/**
 * Where conferences that an actor may read are to be looked for, as a condition on `c` that all of them fit: by few units, or
 * nowhere but in their order.
 */
export async function whereReadable(db: Kysely<DB>, actor: Actor): Promise<RawBuilder<boolean>> {
  const units = await unitsRead(db, actor);
  if (units === null) return sql<boolean>`true`;
  const { subtreeOf, assignedTo, villages } = await readScope(db, actor);
  return sql<boolean>`(c.unit_id = ${anyUnit(units)} or c.id = any(array(select i.conference_id from conference_invitation i
    where i.withdrawn_at is null and i.unit_id = ${anyUnit([...subtreeOf, ...assignedTo, ...villages])})))`;
}

/** Whether the page of a conference opens to an actor. */
export async function mayReadConference(
  db: Kysely<DB>,
  actor: Actor,
  id: string,
  today: string,
): Promise<boolean> {
  const { rows } = await sql`select from conference c
    where c.id = ${id} and ${readableConference(await readScope(db, actor), today)}`.execute(db);
  return rows.length > 0;
}

/** Whether an invitation `i` to a conference `c` may be read: a unit reads its own, those who read the conference's unit all. */
export function readableInvitation(scope: ReadScope, today: string): RawBuilder<boolean> {
  if (scope.everything) return sql`true`;
  const whole = liesBelow({
    unit: sql`c.unit_id`,
    above: anyUnit(scope.subtreeOf),
    on: sql`c.held_on`,
    today,
  });
  return sql`(${ownInvitation(scope)} or ${whole})`;
}

/** Whether an invitation `i` is that of a unit that the reader stands for. */
export function ownInvitation({ subtreeOf, assignedTo, villages }: ReadScope): RawBuilder<boolean> {
  return sql`coalesce(i.unit_id = ${anyUnit([...subtreeOf, ...assignedTo, ...villages])}, false)`;
}
