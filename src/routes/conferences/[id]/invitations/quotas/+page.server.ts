import { actionOf } from "#acts/form-action.ts";
import { changeQuotas, conferenceReadings } from "#modules/conference/server/index.ts";
import { quotaChanges } from "#modules/conference/ui/invitations/quota-form.ts";
import { pageOf } from "../../../../asking.ts";

export const load = pageOf(conferenceReadings.quotas, { conference: "id" });

export const actions = actionOf(changeQuotas, {
  input: (fields) => ({ changes: quotaChanges(fields) }),
  about: { conference: "id" },
  then: ({ id }) => `/conferences/${id}/invitations`,
});
