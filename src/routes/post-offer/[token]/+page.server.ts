import { carrySaid } from "#acts/said/carry.ts";
import { say } from "#acts/said/said.ts";
import { redirect } from "@sveltejs/kit";
import { systemClock } from "#kernel/clock.ts";
import { Problem } from "#kernel/problem.ts";
import { acceptOffer, accountReadings } from "#modules/identity/server/index.ts";
import { actProblems } from "#platform/server/act/problems.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { asking } from "../../asking.ts";
import { refused } from "../../sign-in/door.ts";
import { signedIn } from "../../units/signed-in.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { token } = event.params;
  return { offer: await asking(event).ask(accountReadings.offered, { token }) };
};

export const actions: Actions = {
  async default(event) {
    const { actor } = signedIn(event);
    try {
      if (actor.kind !== "person") throw new Problem(actProblems.not_permitted);
      const request = { now: systemClock(), requestId: event.locals.requestId };
      await acceptOffer(currentDatabase().db, event.params.token, actor, request);
    } catch (error) {
      return refused(error, {});
    }
    carrySaid(event, say("accepted_offer", { name: actor.name }), "/account");
    redirect(303, "/account");
  },
};
