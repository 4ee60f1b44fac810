import type { DB } from "#db";
import type { Actor } from "#kernel/actor.ts";
import { textInput } from "#kernel/input.ts";
import { Problem, type FieldFault, type ProblemDefinition } from "#kernel/problem.ts";
import type { Place } from "#platform/server/act/act.ts";
import type { Transaction } from "kysely";
import { z } from "zod";
import { MOST_AT_ONCE } from "../many.ts";
import { recommendationProblems as problems } from "../problems.ts";
import { mayKnowOfMatter } from "./may-know-of-matter.ts";
import { keeperOf } from "./move-act.ts";
import { keptTodayBy } from "./present-keepers.ts";
import { matterForChange, type Matter } from "./recommendation.store.ts";

/** The matters of an act that does one thing with many: their codes, each once; one alone may come without a list. */
export const manyCodes = z.preprocess(
  (value) => (typeof value === "string" ? [value] : value),
  z
    .array(textInput(80))
    .min(1)
    .max(MOST_AT_ONCE)
    .transform((codes) => [...new Set(codes)].toSorted()),
);

export type ManyMatters = Place & { readonly unitId: string; readonly matters: readonly Matter[] };

/**
 * Locks the matters in the order of their codes, so that two who choose overlapping ones wait for each other in one
 * direction only. They must be kept by one unit, against which the right is judged, or by units that the same ones carry
 * on today.
 * @throws Problem `many_at_fault` naming each code; one that is not there and one that the actor may not know of alike
 */
export async function placeOfMany(
  trx: Transaction<DB>,
  codes: readonly string[],
  actor: Actor,
  today: string,
): Promise<ManyMatters> {
  const faults = new Map<string, Problem>();
  const matters: Matter[] = [];
  const keptBy = keptTodayBy(trx, today);
  for (const code of codes) {
    const matter = await knownMatter(trx, code, actor, today);
    const [first] = matters;
    if (!matter) faults.set(code, new Problem(problems.not_found));
    else if (first && (await keptBy(keeperOf(first))) !== (await keptBy(keeperOf(matter))))
      faults.set(code, new Problem(problems.kept_elsewhere));
    else matters.push(matter);
  }
  refuseFaulty(faults);
  return { unitId: keeperOf(matters[0]!), matters };
}

async function knownMatter(
  trx: Transaction<DB>,
  code: string,
  actor: Actor,
  today: string,
): Promise<Matter | null> {
  const found = await trx
    .selectFrom("recommendation")
    .select("id")
    .where("code", "=", code)
    .executeTakeFirst();
  if (!found || !(await mayKnowOfMatter(trx, actor, found.id, today))) return null;
  return matterForChange(trx, code);
}

/**
 * Does one thing with each of the matters; what is refused of any refuses the whole, with every code at fault named.
 * @throws Problem `many_at_fault`
 */
export async function withEach(
  matters: readonly Matter[],
  work: (matter: Matter) => Promise<unknown>,
): Promise<void> {
  const faults = new Map<string, Problem>();
  for (const matter of matters) {
    try {
      await work(matter);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      faults.set(matter.code, error);
    }
  }
  refuseFaulty(faults);
}

/** Of a fault in what was said for all of them, one line at its own field is enough. */
function refuseFaulty(faults: ReadonlyMap<string, Problem>): void {
  if (faults.size === 0) return;
  const lines = [...faults].map(([code, { vi, en, faults: own }]): FieldFault => {
    const field = own[0]?.field;
    return field
      ? { field, vi, en }
      : { field: "recommendations", vi: `${code}: ${vi}`, en: `${code}: ${en}` };
  });
  const told = new Map(lines.map((line) => [`${line.field} ${line.vi}`, line]));
  throw new Problem(problems.many_at_fault satisfies ProblemDefinition, {
    values: { count: faults.size },
    faults: [...told.values()],
    details: { recommendations: [...faults.keys()] },
  });
}
