import { MOST_LINES } from "#modules/conclusion/conclusion.ts";
import { conclusionReadings } from "#modules/conclusion/server/index.ts";
import { pageOf } from "../../../../asking.ts";
import { wholeIn } from "../../../../whole-in.ts";
import { editionAsked } from "./edition-asked.ts";
import type { PageServerLoad } from "./$types";

const shown = pageOf(conclusionReadings.shownEdition, (event) => ({
  ...editionAsked(event),
  page: wholeIn(event.url.searchParams.get("page"), 1, MOST_LINES) ?? undefined,
}));

export const load: PageServerLoad = async (event) => ({
  ...(await shown(event)),
  side: event.url.searchParams.get("side"),
});
