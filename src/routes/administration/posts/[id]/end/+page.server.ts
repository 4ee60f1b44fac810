import { formAction } from "#acts/form-action.ts";
import { endPost, peopleReadings } from "#modules/organization/server/index.ts";
import { withDays } from "#kernel/typed-date.ts";
import { asking } from "../../../../asking.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { ask, today } = asking(event);
  const post = await ask(peopleReadings.post, { post: event.params.id });
  return { post, today, key: crypto.randomUUID() };
};

export const actions: Actions = {
  default: formAction(endPost, {
    input: (fields, { params }) => ({ ...withDays(fields, "until"), post: params.id }),
    then: ({ personId }) => `/administration/people/${personId}`,
  }),
};
