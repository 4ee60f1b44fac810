import { formAction } from "#acts/form-action.ts";
import { issueReport, reportSides, reportToIssue } from "#modules/report/server/index.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { withDays } from "#ui/posted.ts";
import { sideAsked } from "../../paper-response.ts";
import { signedIn } from "../../units/signed-in.ts";
import { askedIn, questionOf } from "../asked.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { actor, today } = signedIn(event);
  const { reports: db } = currentDatabase();
  const asked = await askedIn(event.url, actor, today);
  const side = sideAsked(event.url, reportSides);
  const { paper, asOf, current } = await reportToIssue(db, actor, questionOf(asked, today), side);
  const again = event.url.searchParams.has("again");
  return { again, asked: { ...asked, as_of: asOf }, side, paper, current, today, key: crypto.randomUUID() };
};

export const actions: Actions = {
  default: formAction(issueReport, {
    form: "issue",
    input: (fields) => withDays(fields, "issued_on"),
    then: ({ id }) => `/documents/${id}`,
  }),
};
