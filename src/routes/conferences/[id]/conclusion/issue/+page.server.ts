import { actionOf } from "#acts/form-action.ts";
import { conclusionReadings, issueNotice } from "#modules/conclusion/server/index.ts";
import { redirect } from "@sveltejs/kit";
import { asking, pageOf } from "../../../../asking.ts";
import type { PageServerLoad } from "./$types";

const shown = pageOf(conclusionReadings.toIssue, { conference: "id" });

export const load: PageServerLoad = async (event) => {
  const { id: conference } = event.params;
  const { draft, editions } = await asking(event).ask(conclusionReadings.list, { conference });
  // Whoever comes back here after issuing finds what was issued.
  if (!draft && editions[0]) redirect(303, `/conferences/${conference}/conclusion/${editions[0].edition}`);
  return shown(event);
};

export const actions = actionOf(issueNotice, {
  then: ({ conference, edition }) => `/conferences/${conference}/conclusion/${edition}`,
});
