import { actionOf } from "#acts/form-action.ts";
import { approvePublic, conclusionReadings } from "#modules/conclusion/server/index.ts";
import { versionsFrom } from "#modules/conclusion/ui/posted-versions.ts";
import { pageOf } from "../../../../../asking.ts";

export const load = pageOf(conclusionReadings.toApprove, { conference: "id" });

export const actions = actionOf(approvePublic, {
  form: "approve",
  input: (fields) => ({ versions: versionsFrom(fields) }),
  about: { conference: "id" },
  then: ({ id }) => `/conferences/${id}/conclusion/publication`,
});
