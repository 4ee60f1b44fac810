import { listConferences } from "#modules/conference/server/index.ts";
import { conferenceSheet } from "#modules/conference/ui/life/conference-sheet.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { allLines, sheetFile, type Asking, type SheetEnding } from "../sheet-file.ts";
import { signedIn } from "../units/signed-in.ts";
import { filterIn } from "./asked.ts";

/** The list of conferences that the address asks for. */
export function conferencesFile(event: Asking, ending: SheetEnding): Response {
  const { actor, today } = signedIn(event);
  const { db } = currentDatabase();
  const filter = filterIn(event.url.searchParams);
  const lines = allLines(
    async (page, size) => (await listConferences(db, actor, filter, today, page, size)).lines,
  );
  return sheetFile(conferenceSheet(), lines, `hoi-nghi-${today}`, ending);
}
