import { cases, shownCases } from "./case-readings.ts";
import { firstQuestion } from "./first-question.ts";
import { draft, shown, summary, toIssue } from "./report-readings.ts";

/** Everything that can be asked of the report. */
export const reportReadings = { firstQuestion, summary, shown, draft, toIssue, cases, shownCases };
