import { roomReadings } from "#modules/conference/server/index.ts";
import { json } from "@sveltejs/kit";
import { asking } from "../../../../asking.ts";
import type { RequestHandler } from "./$types";

/** What stands on the page now, for those whose page is open; unchanged since, it is not even read. */
export const GET: RequestHandler = async (event) => {
  const { actor, ask } = asking(event);
  const reader = actor.kind === "person" ? actor.personId : "";
  const etagOf = (mark: string) => `"${mark} ${reader}"`;
  const seen = event.request.headers.get("if-none-match")?.slice(0, 200);
  const known = /^"(.*) (.*)"$/.exec(seen ?? "");
  const unchanged = known?.[2] === reader ? known[1] : undefined;
  const page = await ask(roomReadings.turns, { conference: event.params.id, known: unchanged });
  if (page === null) return new Response(null, { status: 304, headers: { etag: etagOf(unchanged!) } });
  return json(page, { headers: { etag: etagOf(page.head.mark) } });
};
