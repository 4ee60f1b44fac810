import { formAction } from "#acts/form-action.ts";
import { Problem } from "#kernel/problem.ts";
import { createUnit, keptBy } from "#modules/organization/server/index.ts";
import { actProblems } from "#platform/server/act/problems.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { unitHref } from "#modules/organization/ui/address.ts";
import { withDays } from "#ui/posted.ts";
import { signedIn } from "../../../units/signed-in.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { actor } = signedIn(event);
  if ((await keptBy(currentDatabase().db, actor)).length === 0) throw new Problem(actProblems.not_permitted);
  return { parent: event.url.searchParams.get("parent"), key: crypto.randomUUID() };
};

export const actions: Actions = {
  default: formAction(createUnit, {
    input: (fields) => withDays(fields, "from", "until"),
    then: ({ code }) => unitHref(code),
  }),
};
