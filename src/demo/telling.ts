import { performOn } from "#acts/perform.ts";
import type { DB } from "#db";
import type { Act, Place } from "#platform/server/act/act.ts";
import type { Kysely } from "kysely";
import type { z } from "zod";

/** Does an act as though it had been done on a day (`YYYY-MM-DD`) that has come. */
export type Tell = <Schema extends z.ZodType, Output, P extends Place>(
  act: Act<Schema, Output, P>,
  input: unknown,
  day: string,
) => Promise<Output>;

const actor = { kind: "system", name: "demo" } as const;

/**
 * A story is told in its order, a minute an act: what was done on an earlier day was also entered on that day, so that
 * the register can be asked what was known then. Nothing is entered after `now`.
 */
export function teller(db: Kysely<DB>, now: Temporal.Instant): Tell {
  const perform = performOn(db);
  let minutes = 0;
  return (act, input, day) => {
    minutes += 1;
    const then = Temporal.Instant.from(`${day}T08:00:00+07:00`).add({ minutes });
    return perform(act, input, { actor, now: Temporal.Instant.compare(then, now) > 0 ? now : then });
  };
}
