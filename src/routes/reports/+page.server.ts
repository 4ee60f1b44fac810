import { Problem } from "#kernel/problem.ts";
import { keptLists, unitsInReach } from "#modules/desk/server/index.ts";
import {
  firstQuestion,
  mayIssueReportOf,
  mayReadReport,
  reportNames,
  reportSummary,
} from "#modules/report/server/index.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { signedIn } from "../units/signed-in.ts";
import { askedIn, questionOf } from "./asked.ts";
import { keepList } from "../keep-list.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { actor, today } = signedIn(event);
  const { reports: db } = currentDatabase();
  const asked = await askedIn(event.url, actor, today);
  const units = await unitsInReach(db, actor, { current: asked.unit, today });
  const kept = await keptLists(db, actor, event.url);
  try {
    await mayReadReport(db, actor, asked, today);
    const report = await reportSummary(db, questionOf(asked, today));
    const mayIssue = await mayIssueReportOf(db, actor, asked.unit, today);
    const names = await reportNames(db, report);
    const { carriesOn } = await firstQuestion(db, asked.unit);
    return { asked, units, today, kept, report, names, mayIssue, carriesOn, refusal: null };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { definition, vi, en, faults } = error;
    // A question that cannot be answered, or sums that do not add up: said in place of the table.
    const refusal = { form: "report.summary", problem: { code: definition.code, vi, en }, faults };
    const nothing = { report: null, names: null, mayIssue: false, carriesOn: false };
    return { asked, units, today, kept, ...nothing, refusal };
  }
};

export const actions: Actions = keepList;
