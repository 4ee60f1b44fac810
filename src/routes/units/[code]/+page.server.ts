import { formAction } from "#acts/form-action.ts";
import { handOverReadings } from "#modules/handover/server/index.ts";
import { unitReadings } from "#modules/organization/server/index.ts";
import { allowOwnApproval, matterReadings } from "#modules/recommendation/server/index.ts";
import { asking } from "../../asking.ts";
import { dayAsked } from "../day-asked.ts";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { today, ask } = asking(event);
  const asked = dayAsked(event.url, today);
  const shown = await ask(unitReadings.shown, { unit: event.params.code, on: asked.day });
  const unit = shown.unit.code;
  const ownApproval = await ask(matterReadings.ownApproval, { unit });
  return {
    ...asked,
    ...shown,
    ...(await ask(handOverReadings.about, { unit })),
    ownApproval: ownApproval && { ...ownApproval, key: crypto.randomUUID() },
  };
};

export const actions = {
  approval: formAction(allowOwnApproval, {
    input: ({ allowed }) => ({ allowed }),
    about: { unit: "code" },
    then: (_, { url }) => url.pathname,
  }),
};
