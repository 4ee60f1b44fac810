import { Problem } from "#kernel/problem.ts";
import { enqueue } from "#platform/server/outbox.ts";
import type { DB } from "#db";
import type { Transaction } from "kysely";
import { inOrder, stateAfter } from "../apply-event.ts";
import type { MatterEvent } from "../matter.ts";
import { recommendationProblems as problems } from "../problems.ts";
import { statePeriods } from "../state-periods.ts";
import { insertEvents, nextSequence, type Recording } from "./event.store.ts";
import { replacePeriods } from "./period.store.ts";
import { raiseVersion, type Matter } from "./recommendation.store.ts";

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
  if (event.on > by.today)
    throw new Problem(problems.in_the_future, { field: "on", values: { on: event.on } });
  const events = inOrder(matter.receivedOn, [...matter.events, event]);
  const periods = statePeriods(matter.receivedOn, events);
  const sequence = await nextSequence(trx, matter.id);
  await insertEvents(trx, [{ matterId: matter.id, sequence, event }], by);
  await replacePeriods(trx, matter.id, periods, by.now);
  await raiseVersion(trx, matter.id);
  await enqueue(
    trx,
    "recommendation.moved",
    { recommendation: matter.id, move: event.act, on: event.on },
    by.now,
  );
  return { ...matter, events, state: stateAfter(matter.receivedOn, events), version: matter.version + 1 };
}
