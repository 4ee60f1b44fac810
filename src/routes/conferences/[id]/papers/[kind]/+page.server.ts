import { actionOf } from "#acts/form-action.ts";
import { issuePaper, paperReadings } from "#modules/conference/server/index.ts";
import { pageOf } from "../../../../asking.ts";
import { paperAsked } from "./paper-asked.ts";
import type { PageServerLoad } from "./$types";

const shown = pageOf(paperReadings.paper, paperAsked);

export const load: PageServerLoad = async (event) => ({
  ...(await shown(event)),
  again: event.url.searchParams.has("again"),
});

export const actions = actionOf(issuePaper, {
  about: { conference: "id" },
  then: ({ side }, { url }) => `${url.pathname}?side=${side}`,
});
