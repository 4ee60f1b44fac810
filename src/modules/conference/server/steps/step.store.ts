import type { DB } from "#db";
import { uuidv7 } from "#kernel/identifier.ts";
import type { Kysely, Transaction } from "kysely";
import type { StepCode } from "../../steps/legal-bases.ts";

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
  readonly byAct?: boolean;
  readonly now: Temporal.Instant;
};

/** The same where it is not written down yet: what was ticked off by hand, or done before, keeps its day. */
export async function markStepOnce(trx: Transaction<DB>, done: Done): Promise<void> {
  const before = await stepsDoneOf(trx, done.conferenceId);
  if (!before.some(({ step }) => step === done.step)) await markStepDone(trx, { ...done, byAct: true });
}

/** Makes room for the word of a person: what an act ticked off by itself stays readable and counts no more. */
export async function undoByAct(trx: Transaction<DB>, { conferenceId, step, now }: Done): Promise<void> {
  await trx
    .updateTable("conference_step")
    .set({ undone_at: now.toString() })
    .where("conference_id", "=", conferenceId)
    .where("step", "=", step)
    .where("undone_at", "is", null)
    .where("by_act", "=", true)
    .execute();
}

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
      by_act: done.byAct ?? false,
    })
    .execute();
}
