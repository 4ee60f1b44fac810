import { formAction } from "#acts/form-action.ts";
import { conferenceReadings } from "#modules/conference/server/index.ts";
import { amendPlan, discardDraft, issuePlan, planReadings } from "#modules/planning/server/index.ts";
import { withDays } from "#kernel/typed-date.ts";
import { asking } from "../../asking.ts";
import { mayCompare } from "../may-compare.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { actor, today, ask } = asking(event);
  const shown = await ask(planReadings.shown, { id: event.params.id });
  const kept = await ask(conferenceReadings.kept, {});
  return {
    ...shown,
    today,
    key: crypto.randomUUID(),
    mayCompare: mayCompare(actor),
    kept: kept.map(({ code }) => code),
  };
};

const ofPlan = (
  fields: Record<string, unknown>,
  { params }: { params: Partial<Record<string, string>> },
) => ({
  ...fields,
  plan: params.id,
});

export const actions: Actions = {
  issue: formAction(issuePlan, {
    input: (fields, event) => withDays(ofPlan(fields, event), "issued_on"),
    then: ({ id }) => `/plans/${id}`,
  }),
  amend: formAction(amendPlan, { input: ofPlan, then: ({ id }) => `/plans/${id}/edit` }),
  discard: formAction(discardDraft, { input: ofPlan, then: () => "/plans" }),
};
