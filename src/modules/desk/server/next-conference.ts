import type { DB } from "#db";
import type { Actor } from "#kernel/actor.ts";
import { daysBetween } from "#kernel/calendar/working-days.ts";
import {
  conferencesAfter,
  countUnanswered,
  findConference,
  readChecklist,
  type ChecklistStep,
} from "#modules/conference/server/index.ts";
import { remembered } from "#platform/server/database/remembered.ts";
import { sql, type Kysely } from "kysely";
import { readsWholeUnits } from "../desk.ts";

/** The conference that comes next, and what is to be done before its day. */
export type NextConference = {
  readonly id: string;
  readonly unitName: string;
  readonly heldOn: string;
  readonly startsAt: string | null;
  readonly daysLeft: number;
  readonly topic: string | null;
  readonly place: string | null;
  readonly collectUntil: string | null;
  readonly steps: readonly ChecklistStep[];
  /** Invitations that nobody has answered. */
  readonly unanswered: number;
};

const MOST = 200;

/**
 * The next conference of the units where the actor holds a post; for an agency or a village the next of the unit it
 * hangs on. Null where none is prepared.
 */
export async function nextConference(
  db: Kysely<DB>,
  actor: Actor,
  today: string,
): Promise<NextConference | null> {
  const units = await wholeUnits(db, actor);
  const coming = [];
  for (const unit of units.length > 0 ? units : [undefined]) {
    const { conferences } = await conferencesAfter(db, actor, { unit, from: today }, { size: MOST, today });
    coming.push(...conferences.filter(({ life }) => life === "prepared"));
  }
  const next = coming.toSorted((one, other) => (one.heldOn < other.heldOn ? -1 : 1)).at(0);
  if (!next) return null;
  const { id, unitName, heldOn, startsAt, topic, place, collectUntil, ...found } = await findConference(
    db,
    actor,
    next.id,
    today,
  );
  const steps = await readChecklist(db, actor, { id, heldOn, ...found }, today);
  return {
    id,
    unitName,
    heldOn,
    startsAt,
    topic,
    place,
    collectUntil,
    daysLeft: daysBetween(today, heldOn),
    steps: steps.filter(({ when }) => when === "before"),
    unanswered: units.length > 0 ? await countUnanswered(db, id) : 0,
  };
}

/** The codes of the units whose conferences are the actor's own business. */
export const wholeUnits = remembered(async (db: Kysely<DB>, actor: Actor): Promise<string[]> => {
  const posts = actor.kind === "person" ? actor.posts : [];
  const units = posts.filter(({ capacity }) => readsWholeUnits(capacity)).map(({ unitId }) => unitId);
  if (units.length === 0) return [];
  const { rows } = await sql<{ code: string }>`
    select u.code from unnest(${units}::uuid[]) with ordinality as held(id, place) join unit u on u.id = held.id
    group by u.code order by min(held.place)`.execute(db);
  return rows.map(({ code }) => code);
});
