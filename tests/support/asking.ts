import { askOn } from "#acts/ask.ts";
import { asTold, toldReadings } from "#acts/readings.ts";
import type { Actor } from "#kernel/actor.ts";
import type { DB } from "#db";
import type { Reading } from "#platform/server/reading/reading.ts";
import type { Kysely } from "kysely";
import type { z } from "zod";
import { noon } from "./cast.ts";

/** What a reading answers over the API, by its name, to an actor, on the day of the cast. */
export async function askNamed(db: Kysely<DB>, name: string, query: object, actor: Actor): Promise<unknown> {
  const reading = toldReadings.find((one) => one.name === name)!;
  return asTold(reading, await askOn({ db, reports: db })(reading, query, { actor, now: noon, by: "api" }));
}

/** What a reading answers on a page, to an actor, on the day of the cast. */
export function asked<Schema extends z.ZodType, Answer>(
  db: Kysely<DB>,
  reading: Reading<Schema, Answer>,
  query: object,
  actor: Actor,
): Promise<Answer> {
  return askOn({ db, reports: db })(reading, query, { actor, now: noon, by: "page" });
}
