import { formAction } from "#acts/form-action.ts";
import { conferenceReadings } from "#modules/conference/server/index.ts";
import { amendPlan, discardDraft, issuePlan, planReadings } from "#modules/planning/server/index.ts";
import { asking, pageOf } from "../../asking.ts";
import { mayCompare } from "../may-compare.ts";
import type { PageServerLoad } from "./$types";

const asked = pageOf(planReadings.shown, { id: "id" });

export const load: PageServerLoad = async (event) => {
  const { actor, ask } = asking(event);
  const kept = await ask(conferenceReadings.kept, {});
  return { ...(await asked(event)), mayCompare: mayCompare(actor), kept: kept.map(({ code }) => code) };
};

const about = { plan: "id" };

export const actions = {
  issue: formAction(issuePlan, {
    about,
    then: ({ id }) => `/plans/${id}`,
  }),
  amend: formAction(amendPlan, { about, then: ({ id }) => `/plans/${id}/edit` }),
  discard: formAction(discardDraft, { about, then: () => "/plans" }),
};
