import { currentWorkshop } from "#platform/server/workshop/current-workshop.ts";
import type { WorkKind } from "#platform/server/workshop/work-kind.ts";
import type { Paper } from "../document-model.ts";
import type { PaperEnding } from "../paper-endings.ts";
import type { Printing } from "./press.ts";

/** A notice of 100 lines is 25,000 characters and takes 70 ms. */
export const printing: WorkKind<Printing, Uint8Array> = {
  name: "printing",
  file: "src/modules/document/server/press.ts",
  unitsOf: ({ papers }) => JSON.stringify(papers).length,
  pace: 3,
};

/**
 * The paper as PDF or Word, or several in one file, each from a page of its own. It is made beside the server.
 * @throws Problem of the workshop, when that has no time, takes too long over it, or died
 */
export async function printed(
  ending: PaperEnding,
  ...papers: readonly [Paper, ...Paper[]]
): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await currentWorkshop().do(printing, { ending, papers }));
}
