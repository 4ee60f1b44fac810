import { bold, italic, paragraph, type Paper } from "../document-model.ts";
import type { PaperEnding } from "../paper-endings.ts";
import { renderDocx } from "./render-docx.ts";
import { renderPdf } from "./render-pdf.ts";

export type Printing = { readonly ending: PaperEnding; readonly papers: readonly [Paper, ...Paper[]] };

const renderers = { pdf: renderPdf, docx: renderDocx };

/** What the process beside makes of a paper (`printed.ts`). */
export function work({ ending, papers }: Printing): Promise<Uint8Array> {
  return renderers[ending](...papers);
}

/** The typefaces are read and the template is taken in with the first paper: here with one that is thrown away. */
export async function prepare(): Promise<void> {
  await work({ ending: "pdf", papers: [proof] });
}

const proof: Paper = {
  side: "government",
  kind: "notice_of_conclusion",
  header: { superior: null, issuer: "A", symbol: null, blankSymbol: null, place: "A", date: null },
  title: "A",
  abstract: null,
  body: [
    paragraph(["A ", bold("B "), italic("C")]),
    { kind: "table", columns: [{ title: "A", width: 1 }], rows: [["A"]] },
  ],
  signature: null,
  recipients: [],
};
