import { Problem } from "#kernel/problem.ts";
import { currentWorkshop } from "../workshop/current-workshop.ts";
import { workshopProblems } from "../workshop/problems.ts";
import type { WorkKind } from "../workshop/work-kind.ts";
import type { Packed } from "./packed.ts";
import { work, type RowsToPack } from "./rows-work.ts";

/** So many are packed at once: few enough to hold nobody up where they are packed here. */
export const rowsAtOnce = 250;
/** To send fewer away would be the greater work. */
const few = 50;

const packing: WorkKind<RowsToPack, Packed> = {
  name: "packing",
  file: "src/platform/server/sheet/rows-work.ts",
  unitsOf: ({ rows }) => rows.length,
  pace: 25,
};

/**
 * Rows of a sheet, packed beside where somebody is free to do it, here otherwise: a file of which a part has already gone
 * out waits for nobody's turn, and fails for nobody's death.
 */
export async function packedRows(part: RowsToPack): Promise<Packed> {
  const workshop = currentWorkshop();
  if (part.rows.length <= few || !workshop.isFree) return work(part);
  try {
    return await workshop.do(packing, part);
  } catch (error) {
    if (isOfWorkshop(error)) return work(part);
    throw error;
  }
}

function isOfWorkshop(error: unknown): boolean {
  return (
    error instanceof Problem &&
    Object.values(workshopProblems).some(({ code }) => code === error.definition.code)
  );
}
