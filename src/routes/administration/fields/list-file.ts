import { mayAdminister } from "#modules/organization/permissions.ts";
import { readFields } from "#modules/recommendation/server/index.ts";
import { fieldsSheet } from "#modules/recommendation/ui/fields/fields-sheet.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { sheetFile, type Asking, type SheetEnding } from "../../sheet-file.ts";
import { forHolders } from "../../for-holders.ts";

/** The taxonomy, with the fields that were. */
export async function fieldsFile(event: Asking, ending: SheetEnding): Promise<Response> {
  const { today } = forHolders(event, mayAdminister);
  const fields = await readFields(currentDatabase().db, today);
  return sheetFile(fieldsSheet(fields), fields, `linh-vuc-${today}`, ending);
}
