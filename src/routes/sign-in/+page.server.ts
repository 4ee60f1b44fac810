import { carrySaid } from "#acts/said/carry.ts";
import { say } from "#acts/said/said.ts";
import { redirect, type RequestEvent } from "@sveltejs/kit";
import { systemClock } from "#kernel/clock.ts";
import { Problem } from "#kernel/problem.ts";
import { readKept } from "#modules/identity/kept-form.ts";
import { localPath } from "#kernel/local-path.ts";
import { identityProblems } from "#modules/identity/problems.ts";
import {
  actorOfSession,
  giveSecondFactor,
  signIn,
  type SignInAnswer,
} from "#modules/identity/server/index.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { refused, setCookies, textIn, visitOf } from "./door.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = ({ locals, url, request }) => {
  const next = localPath(url.searchParams.get("next")) ?? "/desk";
  if (locals.actor && request.method === "GET") redirect(303, next);
  return { next };
};

export const actions: Actions = {
  async password(event) {
    const data = await event.request.formData();
    const carried = carriedBy(data);
    const given = { username: textIn(data, "username"), password: textIn(data, "password") };
    try {
      const answer = await signIn(currentDatabase().db, given, visitOf(event), systemClock());
      setCookies(event.cookies, answer.cookies);
      if (answer.secondFactorNeeded) return { step: "code" as const, ...carried };
      return await goOn(event, carried, answer);
    } catch (error) {
      return refused(error, { step: "password" as const, username: given.username, ...carried }, event);
    }
  },

  async code(event) {
    const data = await event.request.formData();
    const carried = carriedBy(data);
    try {
      const answer = await giveSecondFactor(currentDatabase().db, textIn(data, "code"), visitOf(event));
      setCookies(event.cookies, answer.cookies);
      return await goOn(event, carried, answer);
    } catch (error) {
      const again = error instanceof Problem && error.definition === identityProblems.wrong_code;
      return refused(error, { step: again ? ("code" as const) : ("password" as const), ...carried }, event);
    }
  },
};

/** What goes from step to step: where to go on to, and a form to send again. */
function carriedBy(data: FormData) {
  return { next: localPath(data.get("next")), kept: readKept(data.get("kept")) };
}

type Carried = ReturnType<typeof carriedBy>;

async function goOn(event: RequestEvent, { next, kept }: Carried, answer: SignInAnswer) {
  if (!kept) {
    carrySaid(event, say("sign_in", {}), next ?? "/desk");
    redirect(303, next ?? "/desk");
  }
  // The page that offers to send the form again already names the person.
  const cookie = answer.cookies.map((line) => line.split(";")[0]).join("; ");
  const signedIn = await actorOfSession(currentDatabase().db, new Headers({ cookie }), systemClock());
  event.locals.actor = signedIn?.actor ?? null;
  return { step: "resend" as const, next, kept };
}
