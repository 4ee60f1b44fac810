import type { Actor } from "#kernel/actor.ts";
import { actorKey } from "#kernel/actor.ts";
import { dayInVietnam } from "#kernel/clock.ts";
import { Problem } from "#kernel/problem.ts";
import type { DB } from "#db";
import type { Kysely, RawBuilder } from "kysely";
import type pg from "pg";
import type { z } from "zod";
import { isOutOfStep } from "../act/database-problems.ts";
import { gated, type GateValues } from "../recognition/gate.ts";
import type { Recognised } from "../recognition/recognised.ts";
import { log } from "../log.ts";
import { questionIn } from "./ask.ts";
import type { Reading } from "./reading.ts";

/** A reading as one question, which the gate of whoever asks can stand before. */
export type LeanQuestion = {
  /** One text; null where the answer cannot be told so, and is to be read as ever. */
  readonly told: RawBuilder<string | null>;
  /** The answer's JSON from that text, by what is known in memory; the text itself unless said. Null as above. */
  readonly finish?: (text: string) => string | null;
};

type Kept = {
  /** Under this name the server keeps the plan; none where too many texts have one. */
  readonly name: string | undefined;
  readonly text: string;
  readonly values: readonly unknown[];
  readonly finish?: (text: string) => string | null;
};

/** A question is some 5 kB with its values; the one kept longest goes first. */
const keptAtMost = 2000;
/** Every connection keeps its own plans. */
const namedAtMost = 300;

export type AskLean = <Schema extends z.ZodType>(
  reading: Reading<Schema>,
  /** What is asked, as it stands in the address, and as a query. */
  asked: { readonly address: string; readonly query: () => unknown },
  recognised: Recognised<Actor>,
  now: Temporal.Instant,
) => Promise<string | null>;

/**
 * The runner of lean readings: the answer's JSON by one question over a connection that keeps its plans, or null where it
 * is to be asked the usual way, which says the same and knows the reason of whatever is refused.
 */
export function leanAsker(db: Kysely<DB>, pool: pg.Pool): AskLean {
  const kept = new Map<string, Promise<Kept | null>>();
  const nameOf = namesOfTexts();
  let stopped = false;
  const compile = (query: RawBuilder<unknown>) => query.compile(db);

  async function made(
    reading: Reading,
    query: unknown,
    { who: actor, gate }: Recognised<Actor>,
    today: string,
  ) {
    const asker = { db, actor, query: questionIn(reading, query), today };
    const question = await reading.lean?.(asker);
    if (!question) return null;
    const { text, values } = gated(gate, question.told, compile);
    return { name: nameOf(text), text, values, finish: question.finish };
  }

  return async (reading, { address, query }, recognised, now) => {
    if (!reading.lean || stopped) return null;
    const today = dayInVietnam(now);
    const { edition, gate, who } = recognised;
    const key = [reading.name, edition, today, gate.name, actorKey(who), address].join(" ");
    let making = kept.get(key);
    if (!making) {
      making = made(reading, query(), recognised, today).catch(nothingWhereRefused);
      if (kept.size >= keptAtMost) kept.delete(kept.keys().next().value!);
      kept.set(key, making);
      making.catch(() => kept.delete(key));
    }
    const question = await making;
    if (!question) return null;
    try {
      const [ok, told] = await answerTo(pool, question, recognised.values(now));
      if (!ok) recognised.forget();
      if (told === null) return null;
      return question.finish ? question.finish(told) : told;
    } catch (error) {
      // The usual way meets the same fault, if it is one, and says what it is.
      stopped ||= isOutOfStep(error);
      log.debug({ err: error, reading: reading.name }, "a lean reading failed");
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
