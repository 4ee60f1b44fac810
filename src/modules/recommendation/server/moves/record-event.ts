import { Problem } from "#kernel/problem.ts";
import { outboxLine } from "#platform/server/outbox.ts";
import type { DB } from "#db";
import { sql, type RawBuilder, type Transaction } from "kysely";
import { inOrder, stateAfter } from "../../apply-event.ts";
import { refuseUnfitting } from "../../history-fault.ts";
import type { MatterEvent } from "../../matter.ts";
import { recommendationProblems as problems } from "../../problems.ts";
import { statePeriods } from "../../state-periods.ts";
import { eventInserted, type Recording } from "../matter/event.store.ts";
import { keptByAct, keptNoMore } from "./kept-by-act.ts";
import { periodsReplaced, recordedSoFar } from "../matter/period.store.ts";
import type { Matter } from "../matter/recommendation.store.ts";

/** A fact about a matter that is to be written, and what the matter is then. */
type Recorded = { readonly parts: readonly RawBuilder<unknown>[]; readonly matter: Matter };

/**
 * Writes one fact about a matter: the event, the history that follows from it, the word to those concerned.
 * @throws Problem where the state table does not allow it, at its day, among what is known already
 */
export async function recordEvent(
  trx: Transaction<DB>,
  matter: Matter,
  event: MatterEvent,
  by: Recording & { today: string },
): Promise<Matter> {
  const recorded = await recording(trx, matter, event, by);
  const parts = sql.join([sql`open as (select 1 as one)`, ...recorded.parts]);
  // Every part is counted before: the triggers of each are chosen when it ends.
  await sql`with ${parts} select ${keptNoMore} from (select (select count(*) from superseded) + (select count(*) from entered)
    + (select count(*) from versioned) + (select count(*) from happened) as rows offset 0) written
    where written.rows > 0`.execute(trx);
  return recorded.matter;
}

/**
 * The same as the parts of the statement in which an act is written; `happened` has its row once they are done.
 * @throws Problem as `recordEvent` does
 */
export async function recording(
  trx: Transaction<DB>,
  matter: Matter,
  event: MatterEvent,
  by: Recording & { today: string },
): Promise<Recorded> {
  if (event.on > by.today)
    throw new Problem(problems.in_the_future, { field: "on", values: { on: event.on } });
  const events = inOrder(matter.receivedOn, [...matter.events, event]);
  refuseUnfitting(matter.events, event);
  const periods = statePeriods(matter.receivedOn, events);
  const { id } = matter;
  const { sequence, known } = await recordedSoFar(trx, id);
  const told = { recommendation: id, move: event.act, on: event.on };
  const parts = [
    keptByAct("open"),
    ...periodsReplaced(id, known, periods, by.now, "kept"),
    sql`versioned as (update recommendation set version = version + 1 from kept where id = ${id}::uuid returning id)`,
    ...eventInserted({ matterId: id, sequence, event }, by, "kept"),
    outboxLine("recommendation.moved", told, by.now, { after: "kept" }),
  ];
  const state = stateAfter(matter.receivedOn, events);
  return { parts, matter: { ...matter, events, state, version: matter.version + 1 } };
}
