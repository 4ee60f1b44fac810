import { Problem } from "#kernel/problem.ts";
import { currentWorkshop } from "../workshop/current-workshop.ts";
import type { WorkKind } from "../workshop/work-kind.ts";
import type { SheetToRead } from "./cells-work.ts";
import { sheetProblems } from "./problems.ts";
import { sheetLimits } from "./read-cells.ts";

/** 5,000 rows of twelve columns are 360,000 bytes and take 400 ms. */
const reading: WorkKind<SheetToRead, (string | null)[][]> = {
  name: "reading sheets",
  file: "src/platform/server/sheet/cells-work.ts",
  unitsOf: ({ bytes }) => bytes.length,
  pace: 1.2,
};

/**
 * What `readCells` says of a file that somebody has chosen in a form, read beside the server: how much is in it nobody
 * knows before it is unpacked.
 * @throws Problem those of `readCells`, and of the workshop
 */
export async function cellsOfFile(file: File, choice: unknown): Promise<(string | null)[][]> {
  if (file.size > sheetLimits.bytes) throw new Problem(sheetProblems.too_large, { field: "file" });
  const bytes = new Uint8Array(await file.arrayBuffer());
  const said = typeof choice === "string" ? choice : undefined;
  return currentWorkshop().do(reading, { bytes, choice: said });
}
