import { Problem, type FieldFault, type ProblemDefinition } from "#kernel/problem.ts";
import type { Asking, Place } from "#platform/server/act/act.ts";
import { z } from "zod";
import { MOST_AT_ONCE } from "../../many.ts";
import { recommendationProblems as problems } from "../../problems.ts";
import { lockInOrder } from "../moves/lock-together.store.ts";
import { keeperOf } from "../moves/move-act.ts";
import { keptTodayBy } from "./present-keepers.ts";
import { matterForChange, type Matter } from "../matter/recommendation.store.ts";
import { matterCodeInput } from "../../matter-code.ts";

/** The matters of an act that does one thing with many: their codes, each once; one alone may come without a list. */
export const manyCodes = z.preprocess(
  (value) => (typeof value === "string" ? [value] : value),
  z
    .array(matterCodeInput)
    .min(1)
    .max(MOST_AT_ONCE)
    .transform((codes) => [...new Set(codes)].toSorted()),
);

export type ManyMatters = Place & { readonly unitId: string; readonly matters: readonly Matter[] };

/**
 * Locks the matters, in the order of all who lock several. They must be kept by one unit, against which the right is judged, or by units that the same ones carry
 * on today.
 * @throws Problem `many_at_fault` naming each code; one that is not there and one that the actor may not know of alike
 */
export async function placeOfMany(asking: Asking, codes: readonly string[]): Promise<ManyMatters> {
  const faults = new Map<string, Problem>();
  const matters: Matter[] = [];
  const keptBy = keptTodayBy(asking.trx, asking.today);
  await lockInOrder(asking.trx, codes);
  for (const code of codes) {
    const matter = await knownMatter(asking, code);
    const [first] = matters;
    if (!matter) faults.set(code, new Problem(problems.not_found));
    else if (first && (await keptBy(keeperOf(first))) !== (await keptBy(keeperOf(matter))))
      faults.set(code, new Problem(problems.kept_elsewhere));
    else matters.push(matter);
  }
  refuseFaulty(faults);
  return { unitId: keeperOf(matters[0]!), matters };
}

async function knownMatter(asking: Asking, code: string): Promise<Matter | null> {
  try {
    return await matterForChange(asking, code);
  } catch (error) {
    if (error instanceof Problem && error.definition === problems.not_found) return null;
    throw error;
  }
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
