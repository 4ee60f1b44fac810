import type { Actor } from "#kernel/actor.ts";
import { actorKey } from "#kernel/actor.ts";
import { dayInVietnam } from "#kernel/clock.ts";
import { Problem } from "#kernel/problem.ts";
import type { DB } from "#db";
import type { Kysely, RawBuilder } from "kysely";
import type pg from "pg";
import type { z } from "zod";
import { isOutOfStep } from "../act/database-problems.ts";
import { logDatabaseFault } from "../database/fault-log.ts";
import { gated, type GateValues } from "../recognition/gate.ts";
import type { Recognised } from "../recognition/recognised.ts";
import { log } from "../log.ts";
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

type Kept = {
  /** Under this name the server keeps the plan; none where too many texts have one. */
  readonly name: string | undefined;
  readonly text: string;
  readonly values: readonly unknown[];
  readonly answer: (text: string) => unknown;
};

/** A question is some 5 kB with its values; the one kept longest goes first. */
const keptAtMost = 2000;
/** Every connection keeps its own plans. */
const namedAtMost = 300;

export type AskLean = <Schema extends z.ZodType, Answer>(
  reading: Reading<Schema, Answer>,
  /** What is asked, as it stands in the address, and as a query. */
  asked: { readonly address: string; readonly query: () => unknown },
  recognised: Recognised<Actor>,
  now: Temporal.Instant,
) => Promise<Answer | null>;

/**
 * The runner of lean readings: the answer by one question over a connection that keeps its plans, or null where it is to be
 * asked the usual way, which says the same and knows the reason of whatever is refused.
 */
export function leanAsker(db: Kysely<DB>, pool: pg.Pool): AskLean {
  const kept = new Map<string, Promise<Kept | null>>();
  const nameOf = namesOfTexts();
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
    return { name: nameOf(text), text, values, answer: (told: string) => question.answer(told) };
  }

  return async (reading, { address, query }, recognised, now) => {
    if (!reading.lean || stopped) return null;
    const today = dayInVietnam(now);
    const { edition, gate, who } = recognised;
    const key = [reading.name, edition, today, gate.name, actorKey(who), address].join(" ");
    let making = kept.get(key);
    if (!making) {
      making = made(reading as unknown as Reading, query, recognised, today).catch(nothingWhereRefused);
      if (kept.size >= keptAtMost) kept.delete(kept.keys().next().value!);
      kept.set(key, making);
      making.catch(() => kept.delete(key));
    }
    try {
      const question = await making;
      if (!question) return null;
      const [ok, told] = await answerTo(pool, question, recognised.values(now));
      if (!ok) recognised.forget();
      return told === null ? null : ((await question.answer(told)) as never);
    } catch (error) {
      // The usual way meets the same fault, if it is one, and says what it is.
      stopped ||= isOutOfStep(error);
      if (!logDatabaseFault(error))
        log.warn({ err: error, reading: reading.name }, "a lean reading failed and was asked the usual way");
      return null;
    }
  };
}

async function answerTo(
  pool: pg.Pool,
  { name, text, values }: Kept,
  gateValues: GateValues,
): Promise<[ok: boolean, told: string | null]> {
  const asked = { name, text, values: [...gateValues, ...values], rowMode: "array" as const };
  const client = await pool.connect();
  try {
    const { rows } = await client.query<[boolean, string | null]>(asked);
    client.release();
    return rows[0]!;
  } catch (error) {
    client.release(true);
    throw error;
  }
}

/** What may not be asked is refused by the usual way, each time. */
function nothingWhereRefused(error: unknown): null {
  if (error instanceof Problem) return null;
  throw error;
}

function namesOfTexts() {
  const names = new Map<string, string>();
  return (text: string): string | undefined => {
    const known = names.get(text);
    if (known || names.size >= namedAtMost) return known;
    const name = `lean${names.size}`;
    names.set(text, name);
    return name;
  };
}
