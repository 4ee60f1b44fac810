import { actionOf } from "#acts/form-action.ts";
import { accountReadings, correctPerson } from "#modules/identity/server/index.ts";
import { error } from "@sveltejs/kit";
import { asking } from "../../asking.ts";
import { own } from "../own.ts";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { actor } = own(event);
  const contact = await asking(event).ask(accountReadings.contact, {});
  if (!contact) error(401);
  return { contact, holdsPost: actor.posts.length > 0, key: crypto.randomUUID() };
};

export const actions = actionOf(correctPerson, {
  input: ({ phone, email, expected_version }, event) => ({
    person: own(event).actor.personId,
    expected_version,
    phone,
    email,
  }),
});
