import { withOfferedDays } from "#acts/offered-days.ts";
import { Problem } from "#kernel/problem.ts";
import { unitReadings } from "#modules/organization/server/index.ts";
import { reportReadings, type ReportShown } from "#modules/report/server/index.ts";
import { asking } from "../asking.ts";
import { askedIn } from "./asked.ts";
import { keepList, keptLists } from "../keep-list.ts";
import type { PageServerLoad } from "./$types";

const nothing: { readonly [part in keyof ReportShown]: null } = {
  report: null,
  names: null,
  mayIssue: null,
  carriesOn: null,
};

export const load: PageServerLoad = async (event) => {
  const { today, ask } = asking(event);
  const asked = await askedIn(event);
  const units = await ask(unitReadings.inReach, { current: asked.unit });
  const kept = await keptLists(event);
  try {
    return { asked, units, today, kept, ...(await ask(reportReadings.shown, asked)), refusal: null };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { definition, vi, en } = error;
    const { faults, values } = withOfferedDays({ faults: error.faults, values: asked }, today);
    // A question that cannot be answered, or sums that do not add up: said in place of the table.
    const refusal = { form: "report.summary", problem: { code: definition.code, vi, en }, faults };
    return { asked: { ...asked, ...values }, units, today, kept, ...nothing, refusal };
  }
};

export const actions = keepList;
