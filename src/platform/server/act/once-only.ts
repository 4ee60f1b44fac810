import { createHash } from "node:crypto";
import { actorKey, type Actor } from "#kernel/actor.ts";
import { Problem } from "#kernel/problem.ts";
import type { DB } from "#db";
import { sql, type RawBuilder, type Transaction } from "kysely";
import { actProblems } from "./problems.ts";

/** Printable, and neither so short that two people choose the same nor without end. */
export const wellFormedKey = /^[\x21-\x7e]{8,200}$/;

/** What makes an act that is sent again the same one: who sent it, by what key, and what was in it. */
export type Sending = {
  readonly act: string;
  readonly actor: string;
  readonly key: string;
  readonly inputHash: string;
  readonly now: Temporal.Instant;
};

export function isUsable(key: string | undefined): boolean {
  return !key || wellFormedKey.test(key);
}

/** Null where no key was sent with it. */
export function sendingOf(
  act: { readonly name: string },
  input: unknown,
  { actor, now, idempotencyKey: key }: { actor: Actor; now: Temporal.Instant; idempotencyKey?: string },
): Sending | null {
  if (!key) return null;
  const inputHash = createHash("sha256").update(act.name).update(inOneOrder(input)).digest("hex");
  return { act: act.name, actor: actorKey(actor), key, inputHash, now };
}

/** The same parts in whatever order they were sent are the same content; the order of a list is a part of it. */
function inOneOrder(input: unknown): string {
  return JSON.stringify(input, (_, value: unknown) => (isParts(value) ? sorted(value) : value));
}

function isParts(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function sorted(parts: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(parts).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

const lockOf = ({ actor, key }: Sending) => sql`hashtextextended(${`${actor} ${key}`}, 0)`;

/** What was done before with this key, if anything was. */
const sameBefore = ({ actor, key }: Sending) => sql`performed_act
  where actor_key = ${actor} and idempotency_key = ${key}`;

export type Before<Output> = { readonly inputHash: string; readonly output: Output };

/** As a column, to be asked together with others: null where there is nothing. */
export function before(sending: Sending): RawBuilder<Before<unknown> | null> {
  return sql`(select json_build_object('inputHash', input_hash, 'output', result) from ${sameBefore(sending)})`;
}

/** As a column: whether nobody does it at this moment; from then on whoever sends the same waits for us. */
export function isAlone(sending: Sending): RawBuilder<boolean> {
  return sql<boolean>`pg_try_advisory_xact_lock(${lockOf(sending)})`;
}

/** What was done before, once whoever does it at this moment has come to an end. */
export async function beforeOnceAlone<Output>(
  trx: Transaction<DB>,
  sending: Sending,
): Promise<Before<Output> | null> {
  await sql`select pg_advisory_xact_lock(${lockOf(sending)})`.execute(trx);
  const { rows } = await sql<{ before: Before<Output> | null }>`select ${before(sending)} as before`.execute(
    trx,
  );
  return rows[0]!.before;
}

/** The answer that was given then. @throws Problem `key_used_for_other_input` */
export function answerThen<Output>(
  { inputHash, output }: Before<Output>,
  sending: Sending,
): { output: Output } {
  if (inputHash !== sending.inputHash) throw new Problem(actProblems.key_used_for_other_input);
  return { output };
}

/** Whether nobody has done or is doing it; who is not sure waits. Two at one moment meet in the key. */
export function isFirst(sending: Sending): RawBuilder<boolean> {
  return sql<boolean>`(${isAlone(sending)} and not exists (select from ${sameBefore(sending)}))`;
}

/** Whether it was refused because the same was done meanwhile: nothing is written, and the answer is there. */
export function isSentTwice(error: unknown): boolean {
  return error instanceof Error && "constraint" in error && error.constraint === "performed_act_pkey";
}

/** Keeps the answer (`told.answer`, JSON) for whoever sends it again: a part of the statement that writes the act. */
export function keptAnswer(sending: Sending): RawBuilder<unknown> {
  return sql`kept_answer as (
    insert into performed_act (actor_key, idempotency_key, act, input_hash, result, recorded_at)
    select ${sending.actor}, ${sending.key}, ${sending.act}, ${sending.inputHash}, told.answer::jsonb,
      ${sending.now.toString()}::timestamptz
    from told)`;
}
