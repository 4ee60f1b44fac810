import type { DB } from "#db";
import { sql, type RawBuilder, type Transaction } from "kysely";
import type { z } from "zod";
import { beginsWith } from "../database/joined-trips.ts";
import { editionOf, holdsEdition, structureEdition } from "../database/remembered.ts";
import type { Place } from "./act.ts";
import type { Asked } from "./judged.ts";
import { answerThen, before, beforeOnceAlone, isAlone, type Before } from "./once-only.ts";

/** Thrown where who asks is not who they were when they were recognised. */
export class NoLonger extends Error {}

const nothing = sql`null`;

/** Each text is planned once for a connection: what an act asks is asked by keys, the same way for all values. */
const plannedOnce = sql`set_config('plan_cache_mode', ${"force_generic_plan"}, true)`;

/**
 * The first statement of an act's transaction: who asks is still who they were, which edition of the structure it may be
 * answered from, and what was answered when the same was sent before; that answer, if there is one.
 * @throws NoLonger, Problem `key_used_for_other_input`
 */
export async function opened<Schema extends z.ZodType, Output, P extends Place>(
  trx: Transaction<DB>,
  { act, request: { remembered, now }, sending }: Asked<Schema, Output, P>,
): Promise<{ readonly output: Output } | null> {
  if (!act.keepsStructure && !sending) return null;
  const holds = remembered?.recognised.gate.holdsFor(remembered.recognised.values(now));
  const question = sql<{
    edition: string;
    holds: boolean;
    alone: boolean;
    before: Before<Output> | null;
  }>`
    select ${holds ?? sql`true`} as holds, ${structureEdition} as edition, ${act.keepsStructure ? plannedOnce : nothing} as planned,
      ${sending ? isAlone(sending) : nothing} as alone, ${sending ? before(sending) : nothing} as before`;
  const { rows } = await trx.executeQuery(beginsWith(question.compile(trx)));
  const { alone, edition, ...first } = rows[0]!;
  if (!first.holds) throw new NoLonger();
  if (act.keepsStructure) holdsEdition(trx, edition);
  if (!sending) return null;
  const then = alone ? first.before : await beforeOnceAlone<Output>(trx, sending);
  return then && answerThen(then, sending);
}

/**
 * One row, for the last statement of an act that may have waited for its locks: what it was judged by holds still, now that it has
 * them. Where it does not, the statement fails with an error that `isNoLonger` knows, and all is taken back.
 */
export function holdsStill(
  trx: Transaction<DB>,
  { request: { remembered, now } }: Pick<Asked<z.ZodType, unknown, Place>, "request">,
): RawBuilder<unknown> {
  const edition = editionOf(trx);
  const holds =
    remembered?.recognised.gate.holdsFor(remembered.recognised.values(now)) ??
    (edition === undefined ? undefined : sql<boolean>`${structureEdition} = ${edition}`);
  return holds ? sql`select 1 as one where case when ${holds} then true else no_longer() end` : always;
}

const always = sql`select 1 as one`;

export function isNoLonger(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "DT002";
}
