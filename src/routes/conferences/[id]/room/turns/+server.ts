import { readRoomHead, readRoomTurns } from "#modules/conference/server/index.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { json } from "@sveltejs/kit";
import { signedIn } from "../../../../units/signed-in.ts";
import type { RequestHandler } from "./$types";

/** What stands on the page now, for those whose page is open; unchanged since, it is not even read. */
export const GET: RequestHandler = async (event) => {
  const { actor, today } = signedIn(event);
  const { db } = currentDatabase();
  const head = await readRoomHead(db, actor, event.params.id, today);
  const etag = `"${head.mark}-${actor.kind === "person" ? actor.personId : ""}"`;
  if (event.request.headers.get("if-none-match") === etag)
    return new Response(null, { status: 304, headers: { etag } });
  return json({ head, ...(await readRoomTurns(db, actor, head, today)) }, { headers: { etag } });
};
