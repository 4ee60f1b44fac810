import { formAction } from "#acts/form-action.ts";
import { deskReadings } from "#modules/desk/server/index.ts";
import { confirm } from "#modules/recommendation/server/index.ts";
import { asking } from "../../asking.ts";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { ask, today } = asking(event);
  const [page, next] = await Promise.all([ask(deskReadings.readOut, {}), ask(deskReadings.next, {})]);
  return { today, page, next, key: crypto.randomUUID() };
};

export const actions = {
  /** The village head enters what was said at the meeting, also for those who have no telephone. */
  confirm: formAction(confirm, {
    input: ({ recommendation, expected_version, satisfied, text }) => ({
      ...{ recommendation, expected_version, by: "village_head" },
      ...{ satisfied, text },
    }),
    then: () => "/desk/read-out",
  }),
};
