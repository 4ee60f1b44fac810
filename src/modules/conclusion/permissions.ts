import type { Grant } from "#kernel/permission.ts";

/** The office writes the notice that its leaders have spoken. */
export const mayDraftConclusion: Grant = { office_secretary: ["self"] };

/** What may be posted is read and approved by a person: the office, or a head of the unit. */
export const mayApprovePublic: Grant = {
  office_secretary: ["self"],
  party_secretary: ["self"],
  chairperson: ["self"],
};

/** The heads sign it; the office numbers what they have signed. */
export const mayIssueConclusion: Grant = {
  office_secretary: ["self"],
  party_secretary: ["self"],
  chairperson: ["self"],
};
