import { mayReadUnit } from "#modules/organization/server/index.ts";
import { planAgainstHeld } from "#modules/planning/server/index.ts";
import { againstLines, againstSheet } from "#modules/planning/ui/against-sheet.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { sheetFile, type Asking, type SheetEnding } from "../../sheet-file.ts";
import { signedIn } from "../../units/signed-in.ts";
import { askedIn, questionOf } from "./asked.ts";

/** The table by unit that the address asks for. */
export async function againstFile(event: Asking, ending: SheetEnding): Promise<Response> {
  const { actor, today } = signedIn(event);
  const { db } = currentDatabase();
  const asked = await askedIn(event.url, actor, today);
  await mayReadUnit(db, actor, asked.unit, { from: `${asked.year}-01-01`, on: `${asked.year}-12-31`, today });
  const against = await planAgainstHeld(db, questionOf(asked, today));
  const name = `ke-hoach-va-thuc-te-${against.year}-${against.asOf}`;
  return sheetFile(againstSheet(), againstLines(against), name, ending);
}
