import { villageFaults, type VillageSaid } from "#modules/organization/server/index.ts";
import type { Unit } from "#modules/organization/unit.ts";
import { slices, type ImportWork } from "./import-work.ts";

/** Where in the file a village is named, with the unit it must lie in and the day. */
export type VillageNamed = {
  readonly path: string;
  readonly unitId: string;
  readonly village: Unit;
  readonly on: string;
};

/**
 * Whoever is head of the village that a file names reads the matter, so it must be one that lay in the matter's unit on
 * its day. It is refused in the words in which the act refuses it.
 */
export async function tellForeignVillages(work: ImportWork, named: readonly VillageNamed[]): Promise<void> {
  const groups = Map.groupBy(named, ({ unitId, village, on }) => `${unitId} ${village.id} ${on}`);
  const said = [...groups.values()].map((group): VillageSaid => {
    const { path: field, ...one } = group[0]!;
    return { ...one, field };
  });
  for (const some of slices(said, 2000)) {
    const faults = await villageFaults(work.trx, some);
    for (const [at, fault] of faults.entries()) {
      if (!fault) continue;
      const { unitId, village, on } = some[at]!;
      const { definition, vi, en } = fault;
      for (const { path } of groups.get(`${unitId} ${village.id} ${on}`)!)
        work.problems.push({ path, code: definition.code, vi, en });
    }
  }
}
