import { systemClock } from "#kernel/clock.ts";
import { sides, type Paper, type Side } from "#modules/document/document-model.ts";
import type { PaperEnding } from "#modules/document/paper-endings.ts";
import { paperKind } from "#modules/document/paper-kinds.ts";
import { printed, printedDocument } from "#modules/document/server/index.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { fileName } from "./file-name.ts";

const endings: Record<PaperEnding, { readonly type: string; readonly shownAs: "inline" | "attachment" }> = {
  pdf: { type: "application/pdf", shownAs: "inline" },
  docx: {
    type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    shownAs: "attachment",
  },
};

type Which = readonly (string | null)[];

/**
 * A paper as a file, to read in the browser or to go on with in Word; it is called by its kind and by `which` it is. Of
 * several in one file the first names it.
 */
export async function paperResponse(
  papers: Paper | readonly [Paper, ...Paper[]],
  ending: PaperEnding,
  ...which: Which
): Promise<Response> {
  const [first, ...others] = isOne(papers) ? [papers] : papers;
  return fileResponse(await printed(ending, first, ...others), first, ending, which);
}

/** The same of an issued document, whose file is made once. */
export async function issuedResponse(
  { id, paper }: { readonly id: string; readonly paper: Paper },
  ending: PaperEnding,
  ...which: Which
): Promise<Response> {
  const { db } = currentDatabase();
  const file = await printedDocument(db, { document: id, paper, ending }, systemClock());
  return fileResponse(file, paper, ending, which);
}

const isOne = (papers: Paper | readonly [Paper, ...Paper[]]): papers is Paper => "kind" in papers;

function fileResponse(
  file: Uint8Array<ArrayBuffer>,
  { kind }: Paper,
  ending: PaperEnding,
  which: Which,
): Response {
  const { type, shownAs } = endings[ending];
  const name = fileName([paperKind(kind).vi, ...which], ending);
  const disposition = `${shownAs}; filename="${name}"`;
  return new Response(file, { headers: { "content-type": type, "content-disposition": disposition } });
}

/** The side whose layout an address asks for: the government's unless it says otherwise. */
export function sideAsked<Among extends Side = Side>(
  url: URL,
  among: readonly Among[],
): Among | "government" {
  const asked = sides.find((side) => side === url.searchParams.get("side"));
  return among.find((side) => side === asked) ?? "government";
}
