import { Problem } from "#kernel/problem.ts";
import { conclusionProblems } from "#modules/conclusion/problems.ts";
import { findNoticePaper } from "#modules/conclusion/server/index.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import type { PaperEnding } from "#modules/document/paper-endings.ts";
import { issuedResponse } from "../../../../../paper-response.ts";
import { signedIn } from "../../../../../units/signed-in.ts";
import { editionAsked } from "../edition-asked.ts";

type Event = Parameters<typeof signedIn>[0] & { params: { id: string; edition: string; side: string } };

/** One paper of an edition as a file, for whoever reads the edition, named after its number. */
export async function paperFile(event: Event, ending: PaperEnding): Promise<Response> {
  const { actor, today } = signedIn(event);
  const asked = editionAsked(event.params);
  if (!asked) throw new Problem(conclusionProblems.not_found);
  const { side } = event.params;
  const { id, paper, symbol } = await findNoticePaper(currentDatabase().db, actor, { ...asked, side }, today);
  return issuedResponse({ id, paper }, ending, symbol);
}
