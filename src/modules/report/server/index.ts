export { binding, heldTable, planTables } from "./conferences.ts";
export { draftReport } from "./draft-report.ts";
export { firstQuestion, type FirstQuestion } from "./first-question.ts";
export { reading } from "./summary.ts";
export { reportCases } from "./cases.ts";
export { reportNames } from "./report-names.ts";
export { reportSummary } from "./summary.ts";
export { scopeOf, type Scope } from "./scope.ts";
export { verifyIdentities, type YearAstray } from "./verify-identities.ts";
