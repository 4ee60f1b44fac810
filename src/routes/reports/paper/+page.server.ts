import { actionOf } from "#acts/form-action.ts";
import { issueReport, reportReadings, reportSides } from "#modules/report/server/index.ts";
import { asking } from "../../asking.ts";
import { sideAsked } from "../../side-asked.ts";
import { dayTyped } from "../../day-typed.ts";
import { askedIn } from "../asked.ts";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { today, ask } = asking(event);
  const asked = await askedIn(event);
  const side = sideAsked(event.url, reportSides);
  const issued_on = dayTyped(event.url);
  const { paper, asOf, day, current } = await ask(reportReadings.toIssue, { ...asked, side, issued_on });
  const again = event.url.searchParams.has("again");
  return {
    again,
    asked: { ...asked, as_of: asOf },
    side,
    paper,
    day,
    current,
    today,
    key: crypto.randomUUID(),
  };
};

export const actions = actionOf(issueReport, {
  then: ({ id }) => `/documents/${id}`,
});
