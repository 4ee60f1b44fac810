export { amendPlan } from "./amend-plan.ts";
export { changeDraft } from "./change-draft.ts";
export { discardDraft } from "./discard-draft.ts";
export { draftPlan } from "./draft-plan.ts";
export { issuePlan } from "./issue-plan.ts";
export { planAgainstHeld, type AgainstQuestion } from "./against-held.ts";
export { findPlan, type PlanLink, type PlanReading } from "./find-plan.ts";
export { listPlans, PLANS_A_PAGE, planYears, type PlanFilter, type PlanLine } from "./list-plans.ts";
export { unitsToPlan, type UnitToPlan } from "./units-to-plan.ts";
