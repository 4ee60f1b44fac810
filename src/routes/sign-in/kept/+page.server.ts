import { fail } from "@sveltejs/kit";
import { readKept } from "#modules/identity/kept-form.ts";
import { textIn } from "../door.ts";
import type { Actions } from "./$types";

export const actions: Actions = {
  /** Asked by the gate only: what was posted without a session, to be carried through signing in. */
  async default({ request }) {
    return fail(401, { kept: readKept(textIn(await request.formData(), "kept")) });
  },
};
