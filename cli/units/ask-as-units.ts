import { askOn } from "#acts/ask.ts";
import { systemClock } from "#kernel/clock.ts";
import type { Databases } from "#platform/server/reading/ask.ts";
import type { Reading } from "#platform/server/reading/reading.ts";
import type { z } from "zod";

/** Asks in the name of this command. */
export function askAsUnits(database: Databases) {
  const actor = { kind: "system", name: "bin/doi-thoai units" } as const;
  return <Schema extends z.ZodType, Answer>(
    reading: Reading<Schema, Answer>,
    query: object,
  ): Promise<Answer> => askOn(database)(reading, query, { actor, now: systemClock(), by: "command" });
}
