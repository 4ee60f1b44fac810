import { listPlans } from "#modules/planning/server/index.ts";
import { planSheet } from "#modules/planning/ui/plan-sheet.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { allLines, sheetFile, type Asking, type SheetEnding } from "../sheet-file.ts";
import { signedIn } from "../units/signed-in.ts";
import { wholeIn } from "./planning-units.ts";

/** The list of plans that the address asks for. */
export function plansFile(event: Asking, ending: SheetEnding): Response {
  const { actor, today } = signedIn(event);
  const { db } = currentDatabase();
  const year = wholeIn(event.url.searchParams.get("year"), 1945, 2200);
  const lines = allLines(
    async (page, size) => (await listPlans(db, actor, { year }, today, page, size)).lines,
  );
  return sheetFile(planSheet(), lines, `ke-hoach-${today}`, ending);
}
