export { amendPlan } from "./amend-plan.ts";
export { changeDraft } from "./change-draft.ts";
export { discardDraft } from "./discard-draft.ts";
export { draftPlan } from "./draft-plan.ts";
export { issuePlan } from "./issue-plan.ts";
