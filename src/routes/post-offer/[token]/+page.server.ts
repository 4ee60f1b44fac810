import { carrySaid } from "#acts/said/carry.ts";
import { say } from "#acts/said/said.ts";
import { redirect, type RequestEvent } from "@sveltejs/kit";
import { systemClock } from "#kernel/clock.ts";
import { Problem } from "#kernel/problem.ts";
import { acceptOffer, accountReadings, declineOffer } from "#modules/identity/server/index.ts";
import { actProblems } from "#platform/server/act/problems.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { momentOf } from "../../account/own.ts";
import { asking } from "../../asking.ts";
import { refused, textIn } from "../../sign-in/door.ts";
import { signedIn } from "../../units/signed-in.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { token } = event.params;
  const { expiresAt, ...offer } = await asking(event).ask(accountReadings.offered, { token });
  return { offer, expires: momentOf(expiresAt) };
};

type Event = RequestEvent<{ token: string }>;
type Given = (offer: Parameters<typeof acceptOffer>[0], reason: string) => Promise<unknown>;

/** The two answers to an offer; either uses the link up. */
const answer = (give: Given, sentence: "accepted_offer" | "declined_offer") => async (event: Event) => {
  const { actor } = signedIn(event);
  const reason = textIn(await event.request.formData(), "reason");
  try {
    if (actor.kind !== "person") throw new Problem(actProblems.not_permitted);
    const request = { now: systemClock(), requestId: event.locals.requestId };
    await give([currentDatabase().db, event.params.token, actor, request], reason);
  } catch (error) {
    return refused(error, { reason });
  }
  carrySaid(event, say(sentence, { name: actor.name }), "/account");
  redirect(303, "/account");
};

export const actions: Actions = {
  accept: answer((offer) => acceptOffer(offer), "accepted_offer"),
  decline: answer(declineOffer, "declined_offer"),
};
