import { formAction } from "#acts/form-action.ts";
import { nextConference, readOutPage } from "#modules/desk/server/index.ts";
import { confirm } from "#modules/recommendation/server/index.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { signedIn } from "../../units/signed-in.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { actor, today } = signedIn(event);
  const { db } = currentDatabase();
  return {
    today,
    page: await readOutPage(db, actor, today),
    next: await nextConference(db, actor, today),
    key: crypto.randomUUID(),
  };
};

export const actions: Actions = {
  /** The village head enters what was said at the meeting, also for those who have no telephone. */
  confirm: formAction(confirm, {
    input: ({ recommendation, expected_version, satisfied, text }) => ({
      ...{ recommendation, expected_version, by: "village_head" },
      ...{ satisfied, text },
    }),
    then: () => "/desk/read-out",
  }),
};
