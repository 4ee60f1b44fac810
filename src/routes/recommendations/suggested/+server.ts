import { listFileReadings } from "#modules/recommendation/server/index.ts";
import { json } from "@sveltejs/kit";
import { asking } from "../../asking.ts";
import type { RequestHandler } from "./$types";

/** The units that may be meant by what is being typed into a filter of the list. */
export const GET: RequestHandler = async (event) => {
  const asked = Object.entries(Object.fromEntries(event.url.searchParams));
  const typed = Object.fromEntries(asked.map(([name, text]) => [name, text.trim()]));
  return json(await asking(event).ask(listFileReadings.suggested, typed));
};
