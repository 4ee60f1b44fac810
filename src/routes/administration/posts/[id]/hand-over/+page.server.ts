import { formAction } from "#acts/form-action.ts";
import { handOver, readPeople, readPost } from "#modules/organization/server/index.ts";
import { withDays } from "#ui/posted.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { administrator } from "../../../administrator.ts";
import { identifierIn } from "../../../identifier-in.ts";
import { refuseStrangers } from "../../refuse-strangers.ts";
import type { Actions, PageServerLoad } from "./$types";

const mostOffered = 30;

export const load: PageServerLoad = async (event) => {
  const { actor, today, unitIds } = await administrator(event);
  const { db } = currentDatabase();
  const post = await readPost(db, identifierIn(event.params.id), today);
  await refuseStrangers(actor, post.unitId, today);
  const text = (event.url.searchParams.get("q") ?? "").slice(0, 200);
  const { people, more } = await readPeople(db, unitIds, { text, skip: 0, limit: mostOffered }, today);
  const others = people.filter(({ id }) => id !== post.personId);
  return { post, text, people: others, more, today, key: crypto.randomUUID() };
};

export const actions: Actions = {
  default: formAction(handOver, {
    input: (fields, { params }) => ({ ...withDays(fields, "on"), post: params.id }),
    then: ({ personId }) => `/administration/people/${personId}`,
  }),
};
