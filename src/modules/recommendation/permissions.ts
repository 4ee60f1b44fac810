import { anyOf, type Grant } from "#kernel/permission.ts";
import { mayHandOverWork } from "#modules/handover/permissions.ts";
import type { Move } from "./status-transitions.ts";

const leaders: Grant = { party_secretary: ["self"], chairperson: ["self"] };
const office: Grant = { office_secretary: ["self"] };
const front: Grant = { front_chair: ["self", "ancestor"], front_officer: ["self", "ancestor"] };
/** Work is given to agencies, and to the units below: there their own leaders and office see to it. */
const leadAgency: Grant = {
  agency_head: ["assigned"],
  party_secretary: ["assigned"],
  chairperson: ["assigned"],
  office_secretary: ["assigned"],
};
const agency: Grant = { ...leadAgency, agency_officer: ["assigned"] };
/** Of the village that the matter came from its head alone: to everybody else there it is the unit's. */
const village: Grant = { village_head: ["village"] };
const reviewer: Grant = { complaint_reviewer: ["self", "ancestor"] };

/** The office writes down what the people of its unit say; village and Front bring what they collected. A village keeps no register. */
export const mayReceive: Grant = { ...office, ...front, village_head: ["descendant"] };

/** Into a speaking turn only the office writes, which keeps the record; a village head into a turn of the own village. */
export const mayReceiveInTurn: Grant = office;

/** Once the collecting for a conference is over the office alone adds what came late, so that it is told apart. */
export const mayCollectLate: Grant = office;

/**
 * Who may make which move. The office writes down what its leaders decided; it stands in for nobody else:
 * a finding of the Front is the Front's alone, and what may be a complaint is judged by the reviewer.
 */
export const mayMove: Record<Move, Grant> = {
  rule: { ...leaders, ...office },
  assign: { ...leaders, ...office },
  return: anyOf(agency, office),
  ask_extension: anyOf(agency, office),
  refuse_extension: { ...leaders, ...office },
  extend: { ...leaders, ...office },
  finish_duty: anyOf(agency, office),
  draft_answer: anyOf(agency, office),
  send_back: anyOf(leaders, office, leadAgency),
  approve_answer: anyOf(leaders, office, leadAgency),
  answer: anyOf(leaders, office, leadAgency),
  schedule: anyOf(leaders, office, leadAgency),
  block: anyOf(leaders, office, leadAgency),
  forward_up: { ...leaders, ...office },
  reply_from_above: office,
  merge: { ...leaders, ...office },
  hold: { ...leaders, ...office, ...front, ...reviewer },
  release: reviewer,
  route_out: reviewer,
  reject: { ...leaders, ...office },
  confirm: { ...office, ...front, ...village },
  close: { ...leaders, ...office },
  reopen: { ...leaders, ...office, ...front },
  hand_over: mayHandOverWork,
};

/** Who drafts approves nothing of their own unless the unit's leaders say so, or its administrator for an office of one. */
export const mayAllowOwnApproval: Grant = { ...leaders, administrator: ["self", "ancestor"] };

/** An answer that the unit below entered from paper becomes the unit's own by those who would issue it. */
export const mayTakeOverReply: Grant = { ...leaders, ...office };

/** One taxonomy for the whole product, so that figures can be added up: the administrator at the centre keeps it. */
export const mayKeepFields: Grant = { administrator: ["self"] };

/** The office keeps the words of its unit's matters as they were said. */
export const mayCorrect: Grant = office;

/** Whoever may rule writes down what was said in the room, too. */
export const mayWriteAnswer: Grant = mayMove.rule;

/** Letters about a matter bear the number of its unit: the office writes them, or whoever leads the unit. */
export const mayWriteLetters: Grant = { ...leaders, ...office };

/** What goes out under the law on complaints and denunciations goes through its reviewer's hands alone. */
export const mayWriteTransferSlip: Grant = reviewer;

/** In whose part a step may be annulled: whoever made it in the unit, the agency, the village, the Front; the reviewer. */
export const mayAnnulAs = {
  unit: { ...leaders, ...office },
  agency,
  village,
  front,
  reviewer,
} satisfies Record<string, Grant>;

/** Any of them; which one, the step that is annulled decides. */
export const mayAnnul: Grant = anyOf(...Object.values(mayAnnulAs));
