import { anyOf, type Grant } from "#kernel/permission.ts";
import { agency, front, leaders, leadersAndOffice, office, reviewer, village } from "./grants.ts";
import { byMove } from "./moves/move-rows.ts";

/** The office writes down what the people of its unit say; village and Front bring what they collected. A village keeps no register. */
export const mayReceive: Grant = { ...office, ...front, village_head: ["descendant"] };

/** Into a speaking turn only the office writes, which keeps the record; a village head into a turn of the own village. */
export const mayReceiveInTurn: Grant = office;

/** Once the collecting for a conference is over the office alone adds what came late, so that it is told apart. */
export const mayCollectLate: Grant = office;

/** Who may make which move, as its row says. */
export const mayMove = byMove(({ may }) => may);

/** Who drafts approves nothing of their own unless the unit's leaders say so, or its administrator for an office of one. */
export const mayAllowOwnApproval: Grant = { ...leaders, administrator: ["self", "ancestor"] };

/** An answer that the unit below entered from paper becomes the unit's own by those who would issue it. */
export const mayTakeOverReply: Grant = leadersAndOffice;

/** One taxonomy for the whole product, so that figures can be added up: the administrator at the centre keeps it. */
export const mayKeepFields: Grant = { administrator: ["self"] };

/** The office keeps the words of its unit's matters as they were said. */
export const mayCorrect: Grant = office;

/** Who knows everybody that raised something in the unit, and finds matters by their names. */
export const knowsNames: Grant = office;

/** Whoever may rule writes down what was said in the room, too. */
export const mayWriteAnswer: Grant = mayMove.rule;

/** Letters about a matter bear the number of its unit: the office writes them, or whoever leads the unit. */
export const mayWriteLetters: Grant = leadersAndOffice;

/** What goes out under the law on complaints and denunciations goes through its reviewer's hands alone. */
export const mayWriteTransferSlip: Grant = reviewer;

/** In whose part a step may be annulled: whoever made it in the unit, the agency, the village, the Front; the reviewer. */
export const mayAnnulAs = {
  unit: leadersAndOffice,
  agency,
  village,
  front,
  reviewer,
} satisfies Record<string, Grant>;

/** Any of them; which one, the step that is annulled decides. */
export const mayAnnul: Grant = anyOf(...Object.values(mayAnnulAs));
