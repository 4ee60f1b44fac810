import { askOn } from "#acts/ask.ts";
import { asTold, toldReadings } from "#acts/readings.ts";
import type { Actor } from "#kernel/actor.ts";
import type { DB } from "#db";
import type { Kysely } from "kysely";
import { noon } from "./cast.ts";

/** What a reading answers over the API, by its name, to an actor, on the day of the cast. */
export async function askNamed(db: Kysely<DB>, name: string, query: object, actor: Actor): Promise<unknown> {
  const reading = toldReadings.find((one) => one.name === name)!;
  return asTold(reading, await askOn({ db, reports: db })(reading, query, { actor, now: noon, by: "api" }));
}
