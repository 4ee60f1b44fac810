import { carrySaid } from "#acts/said/carry.ts";
import { say } from "#acts/said/said.ts";
import { redirect } from "@sveltejs/kit";
import { dayInVietnam, systemClock } from "#kernel/clock.ts";
import { Problem } from "#kernel/problem.ts";
import { identityProblems as problems } from "#modules/identity/problems.ts";
import { acceptInvitation, openInvitation, postsToCome } from "#modules/identity/server/index.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { momentOf } from "../../account/own.ts";
import { refused, textIn } from "../../sign-in/door.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ params }) => {
  const [{ db }, now] = [currentDatabase(), systemClock()];
  const invitation = await openInvitation(db, params.token, now);
  if (!invitation) throw new Problem(problems.invitation_gone);
  const { personId, name, username, by, expiresAt } = invitation;
  const posts = personId === null ? [] : await postsToCome(db, personId, dayInVietnam(now));
  const expires = momentOf(new Date(expiresAt));
  return { firstAdministrator: personId === null, name, username, by, posts, expires };
};

export const actions: Actions = {
  async default(event) {
    const { request, params, locals } = event;
    const data = await request.formData();
    const typed = { full_name: textIn(data, "full_name"), username: textIn(data, "username") };
    const password = textIn(data, "password");
    const input = {
      token: params.token,
      password,
      full_name: typed.full_name,
      username: data.has("username") ? typed.username : undefined,
    };
    try {
      if (password !== textIn(data, "password_again"))
        throw new Problem(problems.passwords_differ, { field: "password_again" });
      const { requestId } = locals;
      await acceptInvitation(currentDatabase().db, input, { now: systemClock(), requestId });
    } catch (error) {
      return refused(error, { typed });
    }
    carrySaid(event, say("accepted_invitation", {}), "/sign-in");
    redirect(303, "/sign-in");
  },
};
