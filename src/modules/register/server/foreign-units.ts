import { Problem } from "#kernel/problem.ts";
import { recommendationProblems } from "#modules/recommendation/problems.ts";
import { everWorkedFor } from "#modules/organization/server/index.ts";
import { problemAt, type RegisterProblem } from "../register-problem.ts";
import { warn, type ImportWork } from "./import-work.ts";
import { coordinatorCode } from "./known-register.ts";
import type { MatterNames, PlacedMatter } from "./placed-matter.ts";

type Given = {
  /** Its place in the file's list of the matter's events. */
  readonly event: number;
  readonly path: string;
  readonly code: string;
  readonly holder: string;
  readonly beside: boolean;
};

/**
 * Whoever a file says was given a matter reads it from then on, so it must be a unit that works for the matter's unit, or
 * did once: a file of the past is not held to the structure of its day, and a hand-over may go to the units beside.
 */
export async function tellForeignUnits(
  work: ImportWork,
  placed: readonly PlacedMatter[],
  names: MatterNames,
  isNew: (event: number) => boolean = () => true,
): Promise<void> {
  const given = placed.flatMap(unitsGivenWork).filter(({ event }) => isNew(event));
  if (given.length === 0) return;
  const pairs = given.map(({ holder, code, beside }) => ({
    unit: names.unit(holder),
    given: names.unit(code),
    beside,
  }));
  const works = await everWorkedFor(work.trx, pairs);
  for (const [at, { path, code, holder }] of given.entries())
    if (works[at] && names.units.get(code)!.kind === "village") warn(work, () => villageGiven(path, code));
    else if (!works[at]) work.problems.push(problemAt(path, "unit_not_of_matter", { unit: code, holder }));
}

/** A village has no part in what it cannot open; on paper it may have had one. In the words in which the act refuses it. */
function villageGiven(path: string, code: string): RegisterProblem {
  const part = path.endsWith(".lead") ? "lead_elsewhere" : "coordinator_elsewhere";
  const { definition, vi, en } = new Problem(recommendationProblems[part], { values: { code } });
  return { path, code: definition.code, vi, en };
}

/** Each unit named by an assignment or a hand-over, with the unit that holds the matter by then. */
function unitsGivenWork({ at, matter }: PlacedMatter): Given[] {
  let holder = matter.unit;
  return matter.events.flatMap((event, index) => {
    if (event.act !== "assign" && event.act !== "hand_over") return [];
    const path = `recommendations[${at}].events[${index}]`;
    const beside = event.act === "hand_over";
    const told: Given[] = [];
    if (event.act === "hand_over" && event.to) {
      told.push({ event: index, path: `${path}.to`, code: event.to, holder, beside });
      holder = event.to;
    }
    if (event.lead) told.push({ event: index, path: `${path}.lead`, code: event.lead, holder, beside });
    for (const [order, helper] of (event.coordinators ?? []).entries())
      told.push({
        event: index,
        path: `${path}.coordinators[${order}]`,
        code: coordinatorCode(helper),
        holder,
        beside,
      });
    return told;
  });
}
