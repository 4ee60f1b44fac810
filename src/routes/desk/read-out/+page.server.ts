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
    done: event.url.searchParams.get("done")?.slice(0, 80) ?? null,
    /** A yes and a no do not sound the same. */
    saidNo: event.url.searchParams.get("said") === "no",
    key: crypto.randomUUID(),
  };
};

export const actions: Actions = {
  /** The village head enters what was said at the meeting, also for those who have no telephone. */
  confirm: (event) => {
    let said = "";
    return formAction(confirm, {
      input({ recommendation, satisfied, text }) {
        said = satisfied === "false" ? "no" : "yes";
        return { recommendation, by: "village_head", satisfied, text };
      },
      then: ({ code }) => `/desk/read-out?done=${encodeURIComponent(code)}&said=${said}`,
    })(event);
  },
};
