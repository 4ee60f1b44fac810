import { findConference, readCollected } from "#modules/conference/server/index.ts";
import { collectedLines, collectedList } from "#modules/conference/ui/collected/collected-list.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { sheetFile, type Asking, type SheetEnding } from "../../../sheet-file.ts";
import { signedIn } from "../../../units/signed-in.ts";

/** What was collected for a conference, as far as the reader sees it on the page. */
export async function collectedFile(
  event: Asking & { params: { id: string } },
  ending: SheetEnding,
): Promise<Response> {
  const { actor, today } = signedIn(event);
  const { db } = currentDatabase();
  const conference = await findConference(db, actor, event.params.id, today);
  const lines = collectedLines(await readCollected(db, actor, conference, today));
  const sheet = collectedList(event.locals.preferences.language);
  return sheetFile(sheet, lines, `thu-thap-truoc-${conference.heldOn}`, ending);
}
