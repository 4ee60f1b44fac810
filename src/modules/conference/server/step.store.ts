import type { DB } from "#db";
import { uuidv7 } from "#kernel/identifier.ts";
import type { Kysely, Transaction } from "kysely";
import type { StepCode } from "../legal-bases.ts";

export type StepDone = { readonly step: string; readonly doneOn: string; readonly note: string | null };

export async function stepsDoneOf(db: Kysely<DB>, conferenceId: string): Promise<StepDone[]> {
  return db
    .selectFrom("conference_step")
    .select(["step", "done_on as doneOn", "note"])
    .where("conference_id", "=", conferenceId)
    .where("undone_at", "is", null)
    .execute();
}

type Done = {
  readonly conferenceId: string;
  readonly step: StepCode;
  readonly on: string;
  readonly note?: string | null;
  readonly personId: string | null;
  readonly now: Temporal.Instant;
};

/** Writes down that a step was done; the acts that do one of themselves write it in their own transaction. */
export async function markStepDone(trx: Transaction<DB>, done: Done): Promise<void> {
  await trx
    .insertInto("conference_step")
    .values({
      id: uuidv7(done.now),
      conference_id: done.conferenceId,
      step: done.step,
      done_on: done.on,
      note: done.note ?? null,
      recorded_at: done.now.toString(),
      recorded_by: done.personId,
    })
    .execute();
}
