export { reportCases } from "./cases.ts";
export { reportNames } from "./report-names.ts";
export { firstQuestion } from "./first-question.ts";
export { reportSummary } from "./summary.ts";
