import { readBelow, readUnit } from "#modules/organization/server/index.ts";
import { unitKinds } from "#modules/organization/unit.ts";
import { unitsSheet } from "#modules/organization/ui/units-sheet.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { error } from "@sveltejs/kit";
import { allLines, sheetFile, type Asking, type SheetEnding } from "../../../sheet-file.ts";
import { dayAskedOrRefused } from "../../day-asked.ts";
import { signedIn } from "../../signed-in.ts";

/** All units of one kind directly below another on a day. */
export async function unitsFile(event: Asking, code: string, ending: SheetEnding): Promise<Response> {
  const { today } = signedIn(event);
  const { db } = currentDatabase();
  const kind = unitKinds.find((each) => each === event.url.searchParams.get("kind"));
  if (!kind) error(404);
  const unit = await readUnit(db, code, dayAskedOrRefused(event.url, today).day);
  const lines = allLines(async (page, limit) => {
    const [group] = await readBelow(db, unit.id, unit.day, { limit, kind, skip: (page - 1) * limit });
    return group?.units ?? [];
  });
  return sheetFile(unitsSheet(), lines, `don-vi-${unit.code}-${unit.day}`, ending);
}
