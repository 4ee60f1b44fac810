import { draftRequestsToMe } from "#modules/conference/server/index.ts";
import { draftsSheet } from "#modules/conference/ui/drafts/drafts-sheet.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { sheetFile, type Asking, type SheetEnding } from "../../sheet-file.ts";
import { signedIn } from "../../units/signed-in.ts";

/** The drafts that the reader's agency is asked for. */
export async function draftsFile(event: Asking, ending: SheetEnding): Promise<Response> {
  const { actor, today } = signedIn(event);
  const requests = await draftRequestsToMe(currentDatabase().db, actor, today);
  return sheetFile(draftsSheet(), requests, `du-thao-tra-loi-${today}`, ending);
}
