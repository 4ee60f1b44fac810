import { formAction } from "#acts/form-action.ts";
import { Problem } from "#kernel/problem.ts";
import { mayIssueConclusion } from "#modules/conclusion/permissions.ts";
import {
  findNotice,
  issueNotice,
  noticesOf,
  personalLines,
  rehearseIssue,
} from "#modules/conclusion/server/index.ts";
import { mayDo } from "#modules/organization/server/index.ts";
import { actProblems } from "#platform/server/act/problems.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { withDays } from "#ui/posted.ts";
import { redirect } from "@sveltejs/kit";
import { signedIn } from "../../../../units/signed-in.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { actor, today } = signedIn(event);
  const { db } = currentDatabase();
  const conference = event.params.id;
  const { draft, editions } = await noticesOf(db, actor, conference, today);
  // Whoever comes back here after issuing finds what was issued.
  if (!draft && editions[0]) redirect(303, `/conferences/${conference}/conclusion/${editions[0].edition}`);
  const notice = await findNotice(db, actor, { conference, edition: "draft" }, today);
  if (!(await mayDo(db, actor, mayIssueConclusion, notice.unitId, today)))
    throw new Problem(actProblems.not_permitted);
  const rehearsal = await rehearseIssue(db, actor, notice.id, today);
  const personal = await personalLines(db, notice.id);
  return { notice, rehearsal, personal, today, key: crypto.randomUUID() };
};

export const actions: Actions = {
  default: formAction(issueNotice, {
    input: (fields) => withDays(fields, "issued_on"),
    then: ({ conference, edition }) => `/conferences/${conference}/conclusion/${edition}`,
  }),
};
