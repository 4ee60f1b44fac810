import { foldTone } from "#kernel/vietnamese-text.ts";
import { findDocument } from "#modules/document/server/index.ts";
import type { Paper } from "#modules/document/document-model.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { signedIn } from "../../units/signed-in.ts";

type Event = Parameters<typeof signedIn>[0] & { params: { id: string } };
type Rendering = {
  readonly render: (paper: Paper) => Promise<Uint8Array>;
  readonly type: string;
  readonly ending: string;
  readonly shownAs: "inline" | "attachment";
};

/** An issued document as a file, named after its number: "12-tb-ubnd.pdf". */
export async function paperFile(event: Event, rendering: Rendering): Promise<Response> {
  const { actor, today } = signedIn(event);
  const { paper, symbol } = await findDocument(currentDatabase().db, actor, event.params.id, today);
  const file = await rendering.render(paper);
  const name = foldTone(symbol).replace(/[^a-z\d]+/g, "-");
  return new Response(new Uint8Array(file), {
    headers: {
      "content-type": rendering.type,
      "content-disposition": `${rendering.shownAs}; filename="${name}.${rendering.ending}"`,
    },
  });
}
