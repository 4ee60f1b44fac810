import { sides, type Paper, type Side } from "#modules/document/document-model.ts";
import { paperKind } from "#modules/document/paper-kinds.ts";
import { renderDocx, renderPdf } from "#modules/document/server/index.ts";
import { fileName } from "./file-name.ts";

const endings = {
  pdf: {
    render: renderPdf as (paper: Paper) => Promise<Uint8Array>,
    type: "application/pdf",
    shownAs: "inline",
  },
  docx: {
    render: renderDocx as (paper: Paper) => Promise<Uint8Array>,
    type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    shownAs: "attachment",
  },
} as const;

export type PaperEnding = keyof typeof endings;

/** A paper as a file, to read in the browser or to go on with in Word; it is called by its kind and by `which` it is. */
export async function paperResponse(
  paper: Paper,
  ending: PaperEnding,
  ...which: readonly (string | null)[]
): Promise<Response> {
  const { render, type, shownAs } = endings[ending];
  const file = await render(paper);
  const name = fileName([paperKind(paper.kind).vi, ...which], ending);
  const headers = {
    "content-type": type,
    "content-disposition": `${shownAs}; filename="${name}"`,
  };
  return new Response(new Uint8Array(file), { headers });
}

/** The side whose layout an address asks for: the government's unless it says otherwise. */
export function sideAsked<Among extends Side = Side>(
  url: URL,
  among: readonly Among[],
): Among | "government" {
  const asked = sides.find((side) => side === url.searchParams.get("side"));
  return among.find((side) => side === asked) ?? "government";
}
