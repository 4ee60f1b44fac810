import { findConference, readInvitations } from "#modules/conference/server/index.ts";
import { invitationSheet } from "#modules/conference/ui/invitations/invitation-sheet.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { sheetFile, type Asking, type SheetEnding } from "../../../sheet-file.ts";
import { signedIn } from "../../../units/signed-in.ts";

/** The invitations of a conference, as far as the reader sees them on the page. */
export async function invitationsFile(
  event: Asking & { params: { id: string } },
  ending: SheetEnding,
): Promise<Response> {
  const { actor, today } = signedIn(event);
  const { db } = currentDatabase();
  const conference = await findConference(db, actor, event.params.id, today);
  const lines = await readInvitations(db, actor, conference, today);
  return sheetFile(invitationSheet(), lines, `giay-moi-${conference.heldOn}`, ending);
}
