import { foldTone } from "#kernel/vietnamese-text.ts";
import { Problem } from "#kernel/problem.ts";
import { conclusionProblems } from "#modules/conclusion/problems.ts";
import { findNoticePaper } from "#modules/conclusion/server/index.ts";
import type { Paper } from "#modules/document/document-model.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { signedIn } from "../../../../../units/signed-in.ts";
import { editionAsked } from "../edition-asked.ts";

type Event = Parameters<typeof signedIn>[0] & { params: { id: string; edition: string; side: string } };
type Rendering = {
  readonly render: (paper: Paper) => Promise<Uint8Array>;
  readonly type: string;
  readonly ending: string;
  readonly shownAs: "inline" | "attachment";
};

/** One paper of an edition as a file, for whoever reads the edition, named after its number. */
export async function paperFile(event: Event, rendering: Rendering): Promise<Response> {
  const { actor, today } = signedIn(event);
  const asked = editionAsked(event.params);
  if (!asked) throw new Problem(conclusionProblems.not_found);
  const { side } = event.params;
  const { paper, symbol } = await findNoticePaper(currentDatabase().db, actor, { ...asked, side }, today);
  const file = await rendering.render(paper);
  const name = foldTone(symbol).replace(/[^a-z\d]+/g, "-");
  return new Response(new Uint8Array(file), {
    headers: {
      "content-type": rendering.type,
      "content-disposition": `${rendering.shownAs}; filename="${name}.${rendering.ending}"`,
    },
  });
}
