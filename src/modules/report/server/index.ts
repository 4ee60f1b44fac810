export { reportCases } from "./cases.ts";
export { reportNames } from "./report-names.ts";
export { reportSummary } from "./summary.ts";
