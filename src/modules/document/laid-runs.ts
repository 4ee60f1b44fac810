import { cleanPart } from "#kernel/vietnamese-text.ts";
import { runsOf, type Inline, type Run } from "./document-model.ts";

/** The runs of a text in the stored form. */
export function runs(inline: Inline): Run[] {
  return runsOf(inline).map((run) => ({ ...run, text: cleanPart(run.text) }));
}
