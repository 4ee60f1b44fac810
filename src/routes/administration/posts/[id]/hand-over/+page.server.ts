import { actionOf } from "#acts/form-action.ts";
import { handOver, peopleReadings } from "#modules/organization/server/index.ts";
import { asking } from "../../../../asking.ts";
import { peopleAsked } from "../../../people/asked.ts";
import type { PageServerLoad } from "./$types";

const mostOffered = 30;

export const load: PageServerLoad = async (event) => {
  const { ask, today } = asking(event);
  const post = await ask(peopleReadings.post, { post: event.params.id });
  const asked = peopleAsked(event.url);
  const { people, more } = await ask(peopleReadings.list, { ...asked, size: mostOffered });
  const others = people.filter(({ id }) => id !== post.personId);
  return { post, ...asked, people: others, more, today, key: crypto.randomUUID() };
};

export const actions = actionOf(handOver, {
  about: { post: "id" },
  then: ({ personId }) => `/administration/people/${personId}`,
});
