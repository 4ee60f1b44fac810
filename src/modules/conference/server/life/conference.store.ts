import { personIdOf, type Actor, type HeldPost } from "#kernel/actor.ts";
import { Problem } from "#kernel/problem.ts";
import { scopeAsking } from "#modules/organization/server/index.ts";
import type { Asking } from "#platform/server/act/act.ts";
import type { DB } from "#db";
import {
  sql,
  type Insertable,
  type Selectable,
  type Kysely,
  type Transaction,
  type Updateable,
} from "kysely";
import type { Conference } from "#db";
import { lifeOf, type ChairCapacity } from "../../conference.ts";
import { conferenceProblems as problems } from "../../problems.ts";
import { keepArrangement } from "./arrangement.store.ts";
import { readableConference } from "./readable-conferences.ts";

export type Chair = {
  /** Null where an old register only says in which capacity. */
  readonly name: string | null;
  readonly capacity: ChairCapacity;
  readonly isHead: boolean;
  readonly substitutionReason?: string | null;
};

/** The conference, locked, for whoever asks. @throws Problem `not_found`, also where the asker may not know of it */
export async function conferenceForChange({ trx, actor, today }: Asking, id: string) {
  const readable = readableConference(await scopeAsking(trx, actor), today);
  const conference = await trx
    .selectFrom("conference as c")
    .selectAll("c")
    .where("c.id", "=", id)
    .where(readable)
    .forUpdate("c")
    .executeTakeFirst();
  if (!conference) throw new Problem(problems.not_found);
  return conference;
}

type Ends = Pick<Selectable<Conference>, "held_recorded_at" | "called_off_recorded_at">;

/** @throws Problem `already_held`, `was_called_off` */
export function refuseUnlessPrepared(conference: Ends): void {
  const life = lifeOf(conference);
  if (life === "held") throw new Problem(problems.already_held);
  if (life === "called_off") throw new Problem(problems.was_called_off);
}

/** What the report knows of a conference that was held. */
type Figures = Pick<Selectable<Conference>, "form" | "held_on" | "attendances" | "villages_represented">;

/**
 * Writes over what a conference says of its day, its form and who came. What it said until now is kept first: of one that was
 * held, so that no figure as known on an earlier day moves, of one to come, so that no paper of an earlier day does. The
 * database refuses it otherwise.
 * @returns the new version
 */
export async function changeConference(
  trx: Transaction<DB>,
  conference: Selectable<Conference>,
  change: Updateable<Conference>,
  by: By,
): Promise<number> {
  if (lifeOf(conference) === "held") await keepEarlierConference(trx, conference, by);
  else await keepArrangement(trx, conference.id, by.now);
  const version = conference.version + 1;
  await trx
    .updateTable("conference")
    .set({ ...change, version })
    .where("id", "=", conference.id)
    .execute();
  return version;
}

type By = {
  readonly now: Temporal.Instant;
  readonly actor: Actor;
  readonly post: HeldPost | null;
};

async function keepEarlierConference(
  trx: Transaction<DB>,
  {
    id,
    version,
    form,
    held_on,
    attendances,
    villages_represented,
  }: Figures & { id: string; version: number },
  { now, actor, post }: By,
): Promise<void> {
  const said = { version, form, held_on, attendances, villages_represented };
  const superseded = {
    superseded_at: now.toString(),
    superseded_by: personIdOf(actor),
    superseded_in: post?.id ?? null,
  };
  await trx
    .insertInto("conference_version")
    .values({ conference_id: id, ...said, ...superseded })
    .execute();
}

/** Whether anything of what is done in a conference and after it was recorded. */
export async function isUsed(trx: Transaction<DB>, conferenceId: string): Promise<boolean> {
  const { rows } = await sql<{ used: boolean }>`
    select exists (select from turn where conference_id = ${conferenceId})
      or exists (select from recommendation where conference_id = ${conferenceId} and taken_back_at is null)
      or exists (select from ballot where conference_id = ${conferenceId})
      or exists (select from notice_of_conclusion where conference_id = ${conferenceId}) as used`.execute(
    trx,
  );
  return rows[0]!.used;
}

export async function hasChair(trx: Transaction<DB>, conferenceId: string): Promise<boolean> {
  const chair = await trx
    .selectFrom("conference_chair")
    .select("position")
    .where("conference_id", "=", conferenceId)
    .executeTakeFirst();
  return chair !== undefined;
}

/** Who is in the chair, in order. */
export async function chairsThere(db: Kysely<DB>, conferenceId: string): Promise<Chair[]> {
  const rows = await db
    .selectFrom("conference_chair")
    .select(["name", "capacity", "is_head as isHead", "substitution_reason as substitutionReason"])
    .where("conference_id", "=", conferenceId)
    .orderBy("position")
    .execute();
  return rows as Chair[];
}

/** Writes a conference with its chairs in their order. */
export async function insertConference(
  trx: Transaction<DB>,
  conference: Insertable<Conference>,
  chairs: readonly Chair[],
): Promise<void> {
  await trx.insertInto("conference").values(conference).execute();
  await insertChairs(trx, conference.id, chairs);
}

export async function insertChairs(trx: Transaction<DB>, conferenceId: string, chairs: readonly Chair[]) {
  if (chairs.length === 0) return;
  const rows = chairs.map(({ name, capacity, isHead, substitutionReason }, index) => ({
    conference_id: conferenceId,
    position: index + 1,
    name,
    capacity,
    is_head: isHead,
    substitution_reason: substitutionReason ?? null,
  }));
  await trx.insertInto("conference_chair").values(rows).execute();
}

export async function replaceChairs(trx: Transaction<DB>, conferenceId: string, chairs: readonly Chair[]) {
  await trx.deleteFrom("conference_chair").where("conference_id", "=", conferenceId).execute();
  await insertChairs(trx, conferenceId, chairs);
}

export async function nextTurnPosition(trx: Transaction<DB>, conferenceId: string): Promise<number> {
  const { last } = await trx
    .selectFrom("turn")
    .select((eb) => eb.fn.max("position").as("last"))
    .where("conference_id", "=", conferenceId)
    .executeTakeFirstOrThrow();
  return (last ?? 0) + 1;
}

export async function unitCodeOf(trx: Transaction<DB>, unitId: string): Promise<string> {
  const unit = await trx.selectFrom("unit").select("code").where("id", "=", unitId).executeTakeFirstOrThrow();
  return unit.code;
}
