import { documentReadings } from "#modules/document/server/index.ts";
import { asking } from "../../asking.ts";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => ({
  document: await asking(event).ask(documentReadings.find, { document: event.params.id }),
});
