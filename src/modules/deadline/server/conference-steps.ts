import type { DB } from "#db";
import type { Kysely } from "kysely";
import { PURPOSES, type Purpose } from "../rule.ts";

/** What the checklist of a conference says was done, by the clock that a step of that name stops. */
export async function stepsDone(
  db: Kysely<DB>,
  conferenceId: string,
): Promise<Partial<Record<Purpose, string>>> {
  const rows = await db
    .selectFrom("conference_step")
    .select(["step", "done_on"])
    .where("conference_id", "=", conferenceId)
    .where("step", "in", [...PURPOSES])
    .where("undone_at", "is", null)
    .execute();
  return Object.fromEntries(rows.map(({ step, done_on }) => [step, done_on]));
}
