import { carrySaid } from "#acts/said/carry.ts";
import { say } from "#acts/said/said.ts";
import { Problem } from "#kernel/problem.ts";
import { identityProblems as problems } from "#modules/identity/problems.ts";
import { changePassword } from "#modules/identity/server/index.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { goOnWith, refused, textIn, visitOf } from "../../sign-in/door.ts";
import { own } from "../own.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = (event) => ({ username: own(event).session.username });

export const actions: Actions = {
  async default(event) {
    const data = await event.request.formData();
    const next = textIn(data, "new_password");
    try {
      if (next !== textIn(data, "password_again"))
        throw new Problem(problems.passwords_differ, { field: "password_again" });
      const given = { current: textIn(data, "password"), next };
      const { cookies } = await changePassword(currentDatabase().db, given, visitOf(event));
      await goOnWith(event, cookies);
      carrySaid(event, say("password", { name: own(event).actor.name }), event.url.pathname);
      return { changed: true };
    } catch (error) {
      return refused(error, {}, event);
    }
  },
};
