import type { Grant } from "#kernel/permission.ts";

/** The heads approve their unit's plan, the office writes and numbers it. Above and beside it one only reads. */
export const mayPlan: Grant = {
  office_secretary: ["self"],
  party_secretary: ["self"],
  chairperson: ["self"],
};
