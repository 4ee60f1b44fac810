import { findDocument } from "#modules/document/server/index.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { paperResponse, type PaperEnding } from "../../paper-response.ts";
import { signedIn } from "../../units/signed-in.ts";

type Event = Parameters<typeof signedIn>[0] & { params: { id: string } };

/** An issued document as a file, named after its number: "12-tb-ubnd.pdf". */
export async function paperFile(event: Event, ending: PaperEnding): Promise<Response> {
  const { actor, today } = signedIn(event);
  const { paper, symbol } = await findDocument(currentDatabase().db, actor, event.params.id, today);
  return paperResponse(paper, ending, symbol);
}
