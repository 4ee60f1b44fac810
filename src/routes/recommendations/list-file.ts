import { matterSheet } from "#modules/recommendation/ui/list/matter-sheet.ts";
import { sheetFile, type Asking, type SheetEnding } from "../sheet-file.ts";
import { readerOf } from "./reader.ts";
import { wholeList } from "./whole-list.ts";

/** The list of recommendations that the address asks for. */
export function mattersFile({ locals, url }: Asking, ending: SheetEnding): Response {
  const { today } = readerOf(locals);
  const sheet = matterSheet(locals.preferences.language);
  return sheetFile(sheet, wholeList(locals, url), `kien-nghi-${today}`, ending);
}
