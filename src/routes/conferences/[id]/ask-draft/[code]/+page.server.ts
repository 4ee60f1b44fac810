import { actionOf } from "#acts/form-action.ts";
import { askDraft, collectedReadings } from "#modules/conference/server/index.ts";
import { pageOf } from "../../../../asking.ts";

const about = { conference: "id", recommendation: "code" };

export const load = pageOf(collectedReadings.toAskDraft, about);

export const actions = actionOf(askDraft, {
  about,
  then: (_, { params }) => `/conferences/${params.id}/collected`,
});
