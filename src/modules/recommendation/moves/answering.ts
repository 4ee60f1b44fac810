import { dutyCalledDone, openDuties, withDutyDone } from "../duties.ts";
import { agencyAndOffice, whoeverIssues } from "../grants.ts";
import { unjudged } from "../judgements.ts";
import type { MatterEvent, MatterState } from "../matter.ts";
import type { Move } from "../status-transitions.ts";
import { always, nothing, unanswered, type MoveRow, type Refusal } from "./move-row.ts";
import { answeredSentence, theWork } from "./told.ts";

/** Those who help do their part; an answer is drafted, sent back or approved, and issued. */
export const answering = {
  finish_duty: {
    words: { vi: "Báo xong phần phối hợp", en: "Report one's part done" },
    may: agencyAndOffice,
    transitions: [{ from: unanswered, to: "same" }],
    whileHeld: "waits",
    offered: (state) => openDuties(state).length > 0,
    exceptional: false,
    refuses: (state, event) =>
      dutyCalledDone(state.coordinators, event) ? null : { problem: "no_open_duty", field: "unit" },
    changes: ({ coordinators }, event) => ({ coordinators: withDutyDone(coordinators, event) }),
    form: ["duty_of", "duty_done"],
    needs: ["text"],
    reachesOthers: false,
    lastWord: null,
    wordsFor: "insiders",
    annulledBy: "its_side",
    heard: (code) => ({
      vi: `Đã báo xong phần phối hợp của kiến nghị ${code}.`,
      en: `The part in matter ${code} is reported done.`,
    }),
    told: {
      to: ["lead_agency", "office"],
      say: ({ code, other }) => ({
        vi: `${other ?? "Đơn vị phối hợp"} báo xong phần phối hợp kiến nghị ${code}`,
        en: `${other ?? "A coordinating unit"} reports its part of ${code} done`,
      }),
    },
  },
  draft_answer: {
    words: { vi: "Dự thảo trả lời", en: "Draft an answer" },
    may: agencyAndOffice,
    transitions: [{ from: unanswered, to: "same" }],
    whileHeld: "waits",
    offered: always,
    exceptional: false,
    refuses: nothing,
    changes: () => ({ draft: "drafted" }),
    form: ["outcome", "answer", "promise"],
    needs: ["text"],
    reachesOthers: false,
    lastWord: null,
    wordsFor: "insiders",
    annulledBy: "its_side",
    heard: (code) => ({
      vi: `Đã lưu dự thảo trả lời kiến nghị ${code}, chờ duyệt.`,
      en: `The draft answer to matter ${code} is saved, to be approved.`,
    }),
    told: { nobody: "It stands on the desks of those who approve, as a number and by its date." },
  },
  send_back: {
    words: { vi: "Gửi trả dự thảo để sửa", en: "Send the draft back" },
    may: whoeverIssues,
    transitions: [{ from: unanswered, to: "same" }],
    whileHeld: "waits",
    // A draft that was sent back waits for its writer; one that was approved may still be sent back.
    offered: hasDraft,
    exceptional: false,
    refuses: refusedWithoutDraft,
    changes: () => ({ draft: "sent_back" }),
    form: ["what_to_change"],
    needs: ["reason"],
    reachesOthers: false,
    lastWord: null,
    wordsFor: "insiders",
    annulledBy: "its_side",
    heard: (code) => ({
      vi: `Đã gửi trả dự thảo trả lời kiến nghị ${code} để sửa.`,
      en: `The draft answer to matter ${code} has been sent back.`,
    }),
    told: {
      to: ["lead_agency", "office"],
      say: ({ code }) => ({
        vi: `Dự thảo trả lời kiến nghị ${code} được gửi trả để sửa`,
        en: `The draft answer to ${code} was sent back to be changed`,
      }),
    },
  },
  approve_answer: {
    words: { vi: "Duyệt dự thảo trả lời", en: "Approve the draft" },
    may: whoeverIssues,
    transitions: [{ from: unanswered, to: "same" }],
    whileHeld: "waits",
    offered: ({ draft }) => draft === "drafted",
    exceptional: false,
    refuses: refusedWithoutDraft,
    changes: () => ({ draft: "approved" }),
    form: ["opinion"],
    needs: [],
    reachesOthers: false,
    lastWord: null,
    wordsFor: "insiders",
    annulledBy: "the_unit_too",
    heard: (code) => ({
      vi: `Đã duyệt dự thảo trả lời kiến nghị ${code}, chờ ban hành.`,
      en: `The draft answer to matter ${code} is approved, to be issued.`,
    }),
    told: { nobody: "It stands on the desks of those who issue." },
  },
  answer: {
    words: { vi: "Ban hành trả lời", en: "Issue the answer" },
    may: whoeverIssues,
    transitions: [{ from: unanswered, to: "answered" }],
    whileHeld: "waits",
    offered: ({ draft }) => draft === "approved",
    exceptional: false,
    refuses: nothing,
    changes: nowAnswered,
    form: ["symbol", "reason_over_duties"],
    needs: ["text"],
    reachesOthers: true,
    lastWord: "answer",
    wordsFor: "readers",
    annulledBy: "the_unit_too",
    heard: "in_words_of_its_own",
    told: { to: ["office", ...theWork, "village_head"], say: answeredSentence },
  },
} satisfies Partial<Record<Move, MoveRow>>;

function hasDraft({ draft }: MatterState): boolean {
  return draft === "drafted" || draft === "approved";
}

function refusedWithoutDraft(state: MatterState): Refusal | null {
  return hasDraft(state) ? null : { problem: "no_draft" };
}

/** It is answered as of that day, and nobody has judged that answer yet. */
export function nowAnswered(_: MatterState, event: MatterEvent): Partial<MatterState> {
  return {
    outcome: event.outcome!,
    answeredOn: event.on,
    extensionAsked: null,
    draft: "none",
    ...unjudged,
  };
}
