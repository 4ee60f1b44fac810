import { roomReadings } from "#modules/conference/server/index.ts";
import { json } from "@sveltejs/kit";
import { asking } from "../../../../asking.ts";
import type { RequestHandler } from "./$types";

const LONGEST = 500;

/** Matters of the unit that say much the same as what is being typed. */
export const GET: RequestHandler = async (event) => {
  const typed = (name: string) => (event.url.searchParams.get(name) ?? "").slice(0, LONGEST).trim();
  const said = { text: typed("text"), field: typed("field"), village: typed("village") };
  return json(await asking(event).ask(roomReadings.similar, { conference: event.params.id, ...said }));
};
