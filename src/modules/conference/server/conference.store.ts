import { Problem } from "#kernel/problem.ts";
import type { DB } from "#db";
import type { Insertable, Transaction } from "kysely";
import type { Conference } from "#db";
import type { ChairCapacity } from "../conference.ts";
import { conferenceProblems as problems } from "../problems.ts";

export type Chair = {
  /** Null where an old register only says in which capacity. */
  readonly name: string | null;
  readonly capacity: ChairCapacity;
  readonly isHead: boolean;
  readonly substitutionReason?: string | null;
};

/** The conference, locked. @throws Problem `not_found` */
export async function conferenceForChange(trx: Transaction<DB>, id: string) {
  const conference = await trx
    .selectFrom("conference")
    .selectAll()
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  if (!conference) throw new Problem(problems.not_found);
  return conference;
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
