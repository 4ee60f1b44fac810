import type { Actor } from "#kernel/actor.ts";
import { actorKey } from "#kernel/actor.ts";
import { dayInVietnam } from "#kernel/clock.ts";
import { Problem } from "#kernel/problem.ts";
import type { DB } from "#db";
import { sql, type Kysely, type RawBuilder } from "kysely";
import type pg from "pg";
import type { z } from "zod";
import { isOutOfStep } from "../act/database-problems.ts";
import { logDatabaseFault } from "../database/fault-log.ts";
import { sendable, type Sendable } from "../compressed.ts";
import { askGated, asSent, namesOfTexts, type NamedQuestion } from "../recognition/ask-gated.ts";
import { gated } from "../recognition/gate.ts";
import type { Recognised } from "../recognition/recognised.ts";
import { log } from "../log.ts";
import { memoryWithin } from "../memory-within.ts";
import { questionIn } from "./ask.ts";
import type { Reading } from "./reading.ts";

/** A reading as one question, which the gate of whoever asks can stand before. */
export type LeanQuestion<Answer = unknown> = {
  /** One text; null where the answer cannot be told so, and is to be read the usual way. */
  readonly told: RawBuilder<string | null>;
  /** The answer from that text, by what is known in memory; null as above. */
  answer(text: string): Promise<Answer | null> | Answer | null;
};

/** The same question, its answer told in another shape. */
export function toldBy<Answer, Told>(
  { told, answer }: LeanQuestion<Answer>,
  tell: (answer: Answer) => Told,
): LeanQuestion<Told> {
  return {
    told,
    async answer(text) {
      const known = await answer(text);
      return known === null ? null : tell(known);
    },
  };
}

/** Its answer, asked by itself over lean connections; null as above. */
export async function toldOver<Answer>(
  lean: Kysely<DB>,
  { told, answer }: LeanQuestion<Answer>,
): Promise<Answer | null> {
  const { rows } = await sql<{ told: string | null }>`select (${told}) as told`.execute(lean);
  const text = rows[0]?.told;
  return typeof text === "string" ? answer(text) : null;
}

type Kept = NamedQuestion & { readonly answer: (text: string) => unknown };

/** Bytes: a question is some 10 kB with its values, 80 kB for a reader of a thousand registers. */
const keptAtMost = 16 * 1024 * 1024;
/** What one weighs that is being made, or that there is not. */
const leastWeight = 1000;
/** Bytes: what was last told to a question, and what was said of it, is some 50 kB for a list of twenty. */
const saidAtMost = 4 * 1024 * 1024;
/** A longer address is asked the usual way: nobody fills the memory with nonsense. */
const longestAddress = 1000;
/** Every connection keeps its own plans. */
const namedAtMost = 300;

/** What was last told to a question, and the answer as it is sent. */
type Said = { readonly told: string; readonly sent: Sendable };

export type AskLean = <Schema extends z.ZodType, Answer>(
  reading: Reading<Schema, Answer>,
  /** What is asked, as it stands in the address, and as a query. */
  asked: { readonly address: string; readonly query: () => unknown },
  recognised: Recognised<Actor>,
  now: Temporal.Instant,
) => Promise<Sendable | null>;

/**
 * The runner of lean readings: the answer, as JSON, by one question over a connection that keeps its plans, or null where it is
 * to be asked the usual way, which says the same and knows the reason of whatever is refused. An answer is made of nothing but
 * what is told and of what stands in its key: where the same is told again, the same is sent.
 */
export function leanAsker(db: Kysely<DB>, pool: pg.Pool): AskLean {
  const kept = memoryWithin<Promise<Kept | null>>(keptAtMost);
  const said = memoryWithin<Said>(saidAtMost);
  const nameOf = namesOfTexts("lean", namedAtMost);
  let stopped = false;
  const compile = (query: RawBuilder<unknown>) => query.compile(db);

  async function made(
    reading: Reading,
    query: () => unknown,
    { who: actor, gate }: Recognised<Actor>,
    today: string,
  ) {
    const asker = { db, actor, query: questionIn(reading, query()), today };
    const question = await reading.lean?.(asker);
    if (!question) return null;
    const { text, values } = gated(gate, question.told, compile);
    const answer = (told: string) => question.answer(told);
    return { name: nameOf(text), text, values: values.map(asSent), answer };
  }

  async function answered(key: string, { answer }: Kept, told: string): Promise<Sendable | null> {
    const before = said.get(key);
    if (before?.told === told) return before.sent;
    const known = await answer(told);
    if (known === null) return null;
    const sent = sendable(JSON.stringify(known));
    said.keep(key, { told, sent }, 2 * (key.length + told.length + sent.length));
    return sent;
  }

  return async (reading, { address, query }, recognised, now) => {
    if (!reading.lean || stopped || address.length > longestAddress) return null;
    const today = dayInVietnam(now);
    const { edition, gate, who } = recognised;
    const key = [reading.name, edition, today, gate.name, actorKey(who), address].join(" ");
    let making = kept.get(key);
    if (!making) {
      making = made(reading as unknown as Reading, query, recognised, today).catch(nothingWhereRefused);
      kept.keep(key, making, leastWeight);
      making.then(
        (question) => question && kept.keep(key, making!, weightOf(key, question)),
        () => kept.forget(key),
      );
    }
    try {
      const question = await making;
      if (!question) return null;
      const [ok, told] = await askGated(pool, question, recognised.values(now));
      if (!ok) recognised.forget();
      return told === null ? null : await answered(key, question, told);
    } catch (error) {
      // The usual way meets the same fault, if it is one, and says what it is.
      stopped ||= isOutOfStep(error);
      if (!logDatabaseFault(error))
        log.warn({ err: error, reading: reading.name }, "a lean reading failed and was asked the usual way");
      return null;
    }
  };
}

/** Two bytes for each letter of what is kept. */
function weightOf(key: string, { text, values }: NamedQuestion): number {
  return leastWeight + 2 * (key.length + text.length + JSON.stringify(values).length);
}

/** What may not be asked is refused by the usual way, each time. */
function nothingWhereRefused(error: unknown): null {
  if (error instanceof Problem) return null;
  throw error;
}
