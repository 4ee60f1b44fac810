import type { Unit } from "#modules/organization/unit.ts";
import { historyFault } from "#modules/recommendation/history-fault.ts";
import type { MatterEvent } from "#modules/recommendation/matter.ts";
import type { RegisterRecommendation } from "../register-file.ts";
import type { Lookup } from "./event-parts.ts";
import type { ImportWork } from "./import-work.ts";

/** A matter of the file, its place there, and the id it has or gets. */
export type PlacedMatter = {
  readonly at: number;
  readonly matter: RegisterRecommendation;
  readonly id: string;
};

/** What the codes and refs in the file's matters stand for. */
export type MatterNames = Lookup & { readonly units: ReadonlyMap<string, Unit> };

/** Tells the fault of a history with its path, if it has one. `eventAt` leads from the list to the file's own. */
export function tellFault(
  work: ImportWork,
  { at }: PlacedMatter,
  events: readonly MatterEvent[],
  eventAt: (index: number) => number,
): boolean {
  const fault = historyFault(events);
  if (!fault) return false;
  const { definition, vi, en } = fault.problem;
  const path = `recommendations[${at}].events[${Math.max(0, eventAt(fault.at))}]`;
  work.problems.push({ path, code: definition.code, vi, en });
  return true;
}
