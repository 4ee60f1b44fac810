import { front, leadersAndOffice, office, village } from "../grants.ts";
import { closedWithReason, judged, unjudged } from "../judgements.ts";
import type { MatterEvent, MatterState } from "../matter.ts";
import type { Move } from "../status-transitions.ts";
import { always, answered, nothing, unchanged, type MoveRow } from "./move-row.ts";
import { ofTheMatter, theWork } from "./told.ts";

const peopleSaidNo = ofTheMatter(
  "đã trả lời nhưng bà con chưa đồng ý",
  "was answered, and the people are not satisfied",
);
const foundNotDone = ofTheMatter(
  "đã trả lời nhưng Mặt trận kiểm tra thấy chưa giải quyết",
  "was answered, and the Front found it unsettled",
);

/** The people say whether they agree; what was raised is closed, rejected, or taken up again. */
export const judgingAndEnding = {
  confirm: {
    words: { vi: "Xác nhận kết quả", en: "Confirm or reject the result" },
    // The office stands in for nobody else: a finding of the Front is the Front's alone.
    may: { ...office, ...front, ...village },
    transitions: [{ from: answered, to: "same" }],
    whileHeld: "waits",
    offered: always,
    exceptional: false,
    refuses: nothing,
    changes: judged,
    form: ["confirmer", "whose_word", "satisfied", "their_words"],
    needs: [],
    reachesOthers: false,
    lastWord: null,
    wordsFor: "readers",
    annulledBy: "its_side",
    heard: "in_words_of_its_own",
    told: {
      to: ["leaders_and_office", "lead_agency"],
      // A yes asks nothing of anybody; it stands with the matter, and in the figures.
      when: ({ satisfied }) => satisfied === false,
      say: (details) => (details.finding ? foundNotDone : peopleSaidNo)(details),
    },
  },
  close: {
    words: { vi: "Kết thúc theo dõi", en: "Close" },
    may: leadersAndOffice,
    transitions: [{ from: answered, to: "closed" }],
    whileHeld: "waits",
    offered: ({ status, unsettled }) => status !== "closed" || unsettled,
    exceptional: false,
    // What is closed is closed again only over a no of the people that came after it, with the reason.
    refuses: ({ status, unsettledBy }) =>
      status === "closed" && unsettledBy.length === 0 ? { problem: "move_not_allowed" } : null,
    changes: (_, { reason }) => (reason ? closedWithReason : {}),
    form: ["reason_if_any"],
    needs: [],
    reachesOthers: false,
    lastWord: null,
    wordsFor: "readers",
    annulledBy: "its_side",
    heard: (code) => ({
      vi: `Đã kết thúc theo dõi kiến nghị ${code}.`,
      en: `Matter ${code} is closed.`,
    }),
    told: {
      to: ["lead_agency", "village_head"],
      // Without a reason it is the formal end of what was answered and told before.
      when: ({ reason }) => reason !== null,
      say: ofTheMatter("đã kết thúc theo dõi, có nêu lý do", "was closed, with the reason"),
    },
  },
  reject: {
    words: { vi: "Ghi không xử lý được", en: "Record as not processable" },
    may: leadersAndOffice,
    transitions: [{ from: ["awaiting_ruling", "awaiting_assignment", "in_hand"], to: "rejected" }],
    whileHeld: "waits",
    offered: always,
    exceptional: true,
    refuses: nothing,
    changes: unchanged,
    form: ["reason"],
    needs: ["reason"],
    reachesOthers: true,
    lastWord: "rejection",
    wordsFor: "readers",
    annulledBy: "its_side",
    heard: (code) => ({
      vi: `Đã ghi kiến nghị ${code} không xử lý được.`,
      en: `Matter ${code} is recorded as not processable.`,
    }),
    told: {
      to: ["office", ...theWork, "village_head"],
      say: ofTheMatter("được ghi là không xử lý được", "was recorded as not processable"),
    },
  },
  reopen: {
    words: { vi: "Mở lại", en: "Reopen" },
    may: { ...leadersAndOffice, ...front },
    transitions: [{ from: [...answered, "rejected"], to: "in_hand" }],
    whileHeld: "waits",
    offered: always,
    exceptional: true,
    refuses: nothing,
    changes: takenUpAgain,
    form: ["reason", "due_anew"],
    needs: ["reason"],
    reachesOthers: true,
    lastWord: null,
    wordsFor: "readers",
    annulledBy: "its_side",
    heard: (code) => ({
      vi: `Đã mở lại kiến nghị ${code}.`,
      en: `Matter ${code} is reopened.`,
    }),
    told: {
      to: ["leaders_and_office", ...theWork, "village_head"],
      toFromAbove: [],
      say: ofTheMatter("được mở lại", "was reopened"),
    },
  },
} satisfies Partial<Record<Move, MoveRow>>;

/** A reopening that names a date starts it anew; old registers have some that name none, and keep the one there was. */
function takenUpAgain(_: MatterState, { dueOn }: MatterEvent): Partial<MatterState> {
  const dueAnew = dueOn ? { dueOn, originalDueOn: dueOn, extensions: 0 } : {};
  return {
    outcome: null,
    answeredOn: null,
    ...unjudged,
    assignmentActive: false,
    draft: "none",
    ...dueAnew,
  };
}
