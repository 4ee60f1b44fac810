import { formAction } from "#acts/form-action.ts";
import { endPost, readPost } from "#modules/organization/server/index.ts";
import { withDays } from "#ui/posted.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { administrator } from "../../../administrator.ts";
import { identifierIn } from "../../../identifier-in.ts";
import { refuseStrangers } from "../../refuse-strangers.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { actor, today } = await administrator(event);
  const post = await readPost(currentDatabase().db, identifierIn(event.params.id), today);
  await refuseStrangers(actor, post.unitId, today);
  return { post, today, key: crypto.randomUUID() };
};

export const actions: Actions = {
  default: formAction(endPost, {
    input: (fields, { params }) => ({ ...withDays(fields, "until"), post: params.id }),
    then: ({ personId }) => `/administration/people/${personId}`,
  }),
};
