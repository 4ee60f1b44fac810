import { readPeople } from "#modules/organization/server/index.ts";
import { peopleSheet } from "#modules/organization/ui/people-sheet.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { allLines, sheetFile, type Asking, type SheetEnding } from "../../sheet-file.ts";
import { administrator } from "../administrator.ts";
import { searchIn } from "./search.ts";

/** The people that the address asks for, of those whom the administrator keeps. */
export async function peopleFile(event: Asking, ending: SheetEnding): Promise<Response> {
  const { today, unitIds } = await administrator(event);
  const text = searchIn(event.url);
  const read = async (page: number, limit: number) => {
    const search = { text, skip: (page - 1) * limit, limit };
    return (await readPeople(currentDatabase().db, unitIds, search, today)).people;
  };
  return sheetFile(peopleSheet(), allLines(read), `nhan-su-${today}`, ending);
}
