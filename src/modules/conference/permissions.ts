import { capacities, type Capacity } from "#kernel/actor.ts";
import type { Grant } from "#kernel/permission.ts";

/**
 * Whoever was invited answers for itself, a unit below through its leaders and its office; the office that invites writes
 * down what came by telephone or on paper.
 */
export const mayAnswerInvitation: Grant = {
  office_secretary: ["self", "assigned"],
  party_secretary: ["assigned"],
  chairperson: ["assigned"],
  agency_head: ["assigned"],
  agency_officer: ["assigned"],
  front_chair: ["assigned"],
  front_officer: ["assigned"],
  village_head: ["assigned"],
};

/** Those who answer for a unit that is invited: an agency, a village, an organisation. */
export const answering: readonly Capacity[] = capacities.filter((capacity) =>
  mayAnswerInvitation[capacity]?.includes("assigned"),
);

/** Only the agency that was asked; where it is a unit below, its leaders and its office. */
export const mayGiveDraft: Grant = {
  agency_head: ["assigned"],
  agency_officer: ["assigned"],
  party_secretary: ["assigned"],
  chairperson: ["assigned"],
  office_secretary: ["assigned"],
};

/** The office sends the invitations and keeps the door. */
export const mayInvite: Grant = { office_secretary: ["self"] };

/** Who spoke without wanting to be named is known to the office alone, so the office alone puts a turn right. */
export const mayCorrectTurns: Grant = { office_secretary: ["self"] };

/** The office keeps the record of its unit's conferences. */
export const mayKeepConferences: Grant = {
  office_secretary: ["self"],
  party_secretary: ["self"],
  chairperson: ["self"],
};
