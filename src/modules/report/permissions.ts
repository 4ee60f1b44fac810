import type { Grant } from "#kernel/permission.ts";

/** The heads sign the unit's periodic report; its office numbers what they have signed. */
export const mayIssueReport: Grant = {
  office_secretary: ["self"],
  party_secretary: ["self"],
  chairperson: ["self"],
};
