import { formAction } from "#acts/form-action.ts";
import { changeQuotas, conferenceReadings } from "#modules/conference/server/index.ts";
import { quotaChanges } from "#modules/conference/ui/invitations/quota-form.ts";
import { pageOf } from "../../../../asking.ts";
import type { Actions } from "./$types";

export const load = pageOf(conferenceReadings.quotas, { conference: "id" });

export const actions: Actions = {
  default: formAction(changeQuotas, {
    input: (fields) => ({ changes: quotaChanges(fields) }),
    about: { conference: "id" },
    then: ({ id }) => `/conferences/${id}/invitations`,
  }),
};
