import { foldTone } from "#kernel/vietnamese-text.ts";
import { sides, type Paper, type Side } from "#modules/document/document-model.ts";
import { renderDocx, renderPdf } from "#modules/document/server/index.ts";

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

/** A paper as a file, to read in the browser or to go on with in Word; `name` is told without its ending. */
export async function paperResponse(paper: Paper, ending: PaperEnding, name: string): Promise<Response> {
  const { render, type, shownAs } = endings[ending];
  const file = await render(paper);
  const plain = foldTone(name).replace(/[^a-z\d]+/g, "-");
  const headers = {
    "content-type": type,
    "content-disposition": `${shownAs}; filename="${plain}.${ending}"`,
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
