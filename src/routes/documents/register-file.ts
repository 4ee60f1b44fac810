import { listDocuments } from "#modules/document/server/index.ts";
import { documentSheet } from "#modules/document/ui/document-sheet.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { allLines, sheetFile, type Asking, type SheetEnding } from "../sheet-file.ts";
import { signedIn } from "../units/signed-in.ts";
import { askedIn } from "./asked.ts";

/** The register of documents that the address asks for. */
export function documentsFile(event: Asking, ending: SheetEnding): Response {
  const { actor, today } = signedIn(event);
  const { db } = currentDatabase();
  const filter = askedIn(event.url);
  const lines = allLines(
    async (page, size) => (await listDocuments(db, actor, filter, today, page, size)).lines,
  );
  return sheetFile(documentSheet(event.locals.preferences.language), lines, `so-van-ban-${today}`, ending);
}
