import type { DB } from "#db";
import { sql, type Kysely, type Transaction } from "kysely";
import type { z } from "zod";
import { memoryOnly } from "../database/memory-only.ts";
import { holdsEdition } from "../database/remembered.ts";
import type { Place, StandingReading } from "./act.ts";
import { isCrossed } from "./again-if-crossed.ts";
import { isUnknownStatement } from "./database-problems.ts";
import { refused } from "./in-one-transaction.ts";
import { judged, type Asked } from "./judged.ts";
import { isFirst } from "./once-only.ts";
import { isRows } from "./rows.ts";
import { written } from "./written.ts";

let latest: { readonly edition: string; readonly memory: Transaction<DB> } | undefined;

function memoryOf(edition: string): Transaction<DB> {
  if (latest?.edition !== edition) {
    latest = { edition, memory: memoryOnly() };
    holdsEdition(latest.memory, edition);
  }
  return latest.memory;
}

const isPresent = (edition: string) =>
  sql<boolean>`exists (select from structure_edition where edition = ${edition}::uuid)`;

/**
 * An act that locks nothing, in one statement which is its own transaction: judged by what is remembered of the structure, and
 * written only where that is of the present edition, and the actor still who they were, at the same moment. Null where it is to
 * be done the usual way, which knows the reason: where anything has to be looked at, was sent before or is refused.
 * @throws Problem `outcome_unknown` where the database is lost meanwhile, what the database refuses
 */
export async function performAtOnce<Schema extends z.ZodType, Output, P extends Place>(
  db: Kysely<DB>,
  standing: StandingReading,
  asked: Asked<Schema, Output, P>,
): Promise<{ readonly output: Output } | null> {
  const { act, request, sending } = asked;
  const edition = request.actor.kind === "person" ? request.actor.edition : undefined;
  if (!act.locksNothing || edition === undefined) return null;
  const ready = await judged(memoryOf(edition), standing, asked).catch(() => null);
  if (!ready || !isRows(ready.given)) return null;
  const recognised = request.remembered?.recognised;
  const holds = recognised?.gate.holdsFor(recognised.values(request.now)) ?? isPresent(edition);
  const open = sql`select 1 as one where ${holds} and ${sending ? isFirst(sending) : sql`true`}`;
  const statement = written(open, ready.given, ready.line, sending);
  let sent = false;
  try {
    return await db.connection().execute(async (connection) => {
      sent = true;
      const told = (await statement.execute(connection)).rows[0];
      if (!told) recognised?.forget();
      return told ? { output: told.answer } : null;
    });
  } catch (error) {
    if (hasWrittenNothing(error)) return null;
    throw refused(error, act, sent);
  }
}

/** It crossed another or the same act sent twice, or came to a server that did not know the statement. */
const hasWrittenNothing = (error: unknown) => isCrossed(error) || isUnknownStatement(error);
