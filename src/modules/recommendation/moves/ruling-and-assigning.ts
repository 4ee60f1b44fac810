import { mayHandOverWork } from "#modules/handover/permissions.ts";
import { handedOn } from "../duties.ts";
import { agencyAndOffice, leadersAndOffice } from "../grants.ts";
import type { MatterEvent, MatterState } from "../matter.ts";
import type { Move } from "../status-transitions.ts";
import { always, never, nothing, open, unanswered, type MoveRow } from "./move-row.ts";
import { assignedSentence, enAgency, enDue, theWork, viAgency, viDue } from "./told.ts";

/** What was raised is ruled on and given to somebody, given back, handed over. */
export const rulingAndAssigning = {
  rule: {
    words: { vi: "Kết luận", en: "Rule" },
    may: leadersAndOffice,
    transitions: [
      { ruling: ["answered_now"], from: ["awaiting_ruling"], to: "answered_in_room" },
      { ruling: ["noted"], from: ["awaiting_ruling"], to: "noted" },
      {
        ruling: ["written_answer", "beyond_competence"],
        from: ["awaiting_ruling"],
        to: "awaiting_assignment",
      },
    ],
    whileHeld: "waits",
    offered: always,
    exceptional: false,
    refuses: nothing,
    changes: (_, { dueOn }) => ({ dueOn: dueOn ?? null, originalDueOn: dueOn ?? null }),
    form: ["ruling", "promised_day", "ruling_text", "promise"],
    needs: [],
    reachesOthers: true,
    lastWord: "answer",
    wordsFor: "readers",
    annulledBy: "its_side",
    heard: "in_words_of_its_own",
    told: {
      nobody:
        "It is said in the room, before all; what follows from it, an assignment or an answer, is told.",
    },
  },
  assign: {
    words: { vi: "Giao việc", en: "Assign" },
    may: leadersAndOffice,
    // A matter assigned straight away has been ruled on by that very move.
    transitions: [{ from: ["awaiting_ruling", ...unanswered], to: "in_hand" }],
    whileHeld: "waits",
    offered: always,
    exceptional: false,
    refuses: nothing,
    changes: newAssignment,
    form: ["lead", "due", "coordinators", "symbol", "note"],
    needs: ["dueOn"],
    reachesOthers: false,
    lastWord: null,
    wordsFor: "readers",
    annulledBy: "its_side",
    heard: "in_words_of_its_own",
    told: { to: theWork, say: assignedSentence },
  },
  return: {
    words: { vi: "Trả lại do không đúng thẩm quyền", en: "Return as wrong competence" },
    may: agencyAndOffice,
    transitions: [{ from: ["in_hand"], to: "awaiting_assignment" }],
    whileHeld: "waits",
    offered: always,
    exceptional: false,
    refuses: nothing,
    changes: () => ({
      leadId: null,
      coordinators: [],
      assignmentActive: false,
      extensionAsked: null,
      draft: "none",
    }),
    form: ["reason"],
    needs: ["reason"],
    reachesOthers: false,
    lastWord: null,
    wordsFor: "readers",
    annulledBy: "its_side",
    heard: (code) => ({
      vi: `Đã trả lại kiến nghị ${code} do không đúng thẩm quyền.`,
      en: `Matter ${code} is returned as wrong competence.`,
    }),
    told: {
      to: ["office", "coordinating"],
      say: (details) => ({
        vi: `${viAgency(details)} trả lại kiến nghị ${details.code} do không đúng thẩm quyền`,
        en: `${enAgency(details)} returned ${details.code} as wrong competence`,
      }),
    },
  },
  hand_over: {
    words: { vi: "Bàn giao", en: "Hand over" },
    may: mayHandOverWork,
    transitions: [{ from: open, to: "same" }],
    // A unit that ends hands over everything; a hand-over tells nothing of what the matter is about.
    whileHeld: "from_elsewhere",
    // The record of a unit makes it for all its matters.
    offered: never,
    exceptional: false,
    refuses: nothing,
    changes: ({ coordinators }, event) => ({
      leadId: event.leadId ?? null,
      coordinators: handedOn(coordinators, event.coordinators ?? []),
    }),
    form: [],
    needs: [],
    reachesOthers: false,
    lastWord: null,
    wordsFor: "readers",
    // It ends by another hand-over.
    annulledBy: "nobody",
    heard: "made_by_no_act_of_its_own",
    told: {
      to: [...theWork, "office"],
      say: (details) => ({
        vi: `Tiếp nhận bàn giao kiến nghị ${details.code}${viDue(details)}`,
        en: `${details.code} has been handed over to you${enDue(details)}`,
      }),
    },
  },
} satisfies Partial<Record<Move, MoveRow>>;

/**
 * A new assignment starts with its own date; one laid over an assignment in force, or one that names no date, keeps
 * the original.
 */
function newAssignment(state: MatterState, event: MatterEvent): Partial<MatterState> {
  const dueOn = event.dueOn ?? state.dueOn;
  const continues = state.originalDueOn !== null && (state.assignmentActive || !event.dueOn);
  return {
    leadId: event.leadId!,
    coordinators: event.coordinators ?? [],
    assignmentActive: true,
    dueOn,
    originalDueOn: continues ? state.originalDueOn : dueOn,
    extensions: continues ? state.extensions : 0,
    extensionAsked: null,
    draft: "none",
  };
}
