import { personIdOf } from "#kernel/actor.ts";
import { notificationsOf } from "#modules/notification/server/index.ts";
import { notificationSheet } from "#modules/notification/ui/notification-sheet.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { allLines, sheetFile, type Asking, type SheetEnding } from "../sheet-file.ts";
import { signedIn } from "../units/signed-in.ts";

/** The reader's own notifications. */
export function notificationsFile(event: Asking, ending: SheetEnding): Response {
  const { actor, today } = signedIn(event);
  const { db } = currentDatabase();
  const personId = personIdOf(actor);
  const lines = allLines(async (page, size) =>
    personId ? notificationsOf(db, personId, size, (page - 1) * size) : [],
  );
  const sheet = notificationSheet(event.locals.preferences.language);
  return sheetFile(sheet, lines, `thong-bao-${today}`, ending);
}
