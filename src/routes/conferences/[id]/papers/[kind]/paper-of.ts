import {
  findConference,
  readPaper,
  sheetsOf,
  type ConferenceReading,
  type PaperReading,
} from "#modules/conference/server/index.ts";
import type { PaperEnding } from "#modules/document/paper-endings.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { issuedResponse, paperResponse } from "../../../../paper-response.ts";
import { signedIn } from "../../../../units/signed-in.ts";

type Event = Parameters<typeof signedIn>[0] & { params: { id: string; kind: string } };
type PaperHere = { readonly conference: ConferenceReading; readonly reading: PaperReading };

/** A paper of a conference as its address asks for it. */
export async function paperOf(event: Event): Promise<PaperHere> {
  const { actor, today } = signedIn(event);
  const { db } = currentDatabase();
  const conference = await findConference(db, actor, event.params.id, today);
  const which = { kind: event.params.kind, side: event.url.searchParams.get("side") };
  return { conference, reading: await readPaper(db, actor, conference, which, today) };
}

/** The paper as a file: of an invitation a copy for each who is invited, or with `?blank` one to write a name on. */
export async function fileOf(event: Event, ending: PaperEnding): Promise<Response> {
  const { conference, reading } = await paperOf(event);
  const blank = event.url.searchParams.has("blank");
  const { today } = signedIn(event);
  const sheets = await sheetsOf(currentDatabase().db, conference, reading, { blank, today });
  const { heldOn } = conference;
  if (reading.issued && sheets.length === 1)
    return issuedResponse({ id: reading.issued.id, paper: sheets[0] }, ending, heldOn);
  return paperResponse(sheets, ending, heldOn);
}
