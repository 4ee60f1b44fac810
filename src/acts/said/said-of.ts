import { dayInVietnam } from "#kernel/clock.ts";
import type { Act } from "#platform/server/act/act.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { log } from "#platform/server/log.ts";
import { calledIn } from "./called.store.ts";
import { say, type Said } from "./said.ts";
import type { Saying } from "./saying.ts";
import { sayingsOfAdministration } from "./sayings-of-administration.ts";
import { sayingsOfConferences } from "./sayings-of-conferences.ts";
import { sayingsOfMatters } from "./sayings-of-matters.ts";
import { sayingsOfPapers } from "./sayings-of-papers.ts";

const sayings: ReadonlyMap<string, Saying> = new Map(
  [sayingsOfMatters, sayingsOfConferences, sayingsOfPapers, sayingsOfAdministration]
    .flat()
    .map((each) => [each.act, each]),
);

/** The names of the acts of which it can be said what they have done: every act of the product. */
export const saidActs: readonly string[] = [...sayings.keys()];

/**
 * What an act has just done. It stands whatever becomes of its sentence: where the names in it cannot be asked for now,
 * it is said what kind of act was done.
 */
export async function saidOf(
  act: Pick<Act, "name" | "title">,
  input: unknown,
  output: unknown,
  now: Temporal.Instant,
): Promise<Said> {
  const { inputOf, says } = sayings.get(act.name)!;
  try {
    const called = calledIn(currentDatabase().db, dayInVietnam(now));
    return await says({ input: inputOf(input), output, called });
  } catch (error) {
    log.warn({ err: error, act: act.name }, "an act was done and could not be called by its names");
    return say("done", { act: act.title });
  }
}
