import { leadersAndOffice, office } from "../grants.ts";
import type { Move } from "../status-transitions.ts";
import { nowAnswered } from "./answering.ts";
import { always, answered, nothing, open, unanswered, unchanged, type MoveRow } from "./move-row.ts";
import { answeredSentence, ofTheMatter, theWork } from "./told.ts";

const reopenedAbove = ofTheMatter(
  "được cấp trên mở lại, chờ trả lời lại",
  "was reopened by the unit above; its answer is awaited again",
);

/** What was raised goes on elsewhere: above, from where a reply comes, or in another matter. */
export const passingUpAndMerging = {
  forward_up: {
    words: { vi: "Chuyển lên cấp trên", en: "Pass upward" },
    may: leadersAndOffice,
    // A matter passed upward straight away has been ruled on by that very move.
    transitions: [{ from: ["awaiting_ruling", ...unanswered], to: "passed_up" }],
    whileHeld: "waits",
    offered: always,
    exceptional: false,
    refuses: nothing,
    changes: unchanged,
    form: ["unit_above", "symbol", "note"],
    needs: [],
    reachesOthers: true,
    lastWord: null,
    wordsFor: "readers",
    annulledBy: "its_side",
    heard: "in_words_of_its_own",
    told: {
      to: [...theWork, "village_head", "office_above"],
      toFromAbove: ["leaders_and_office", ...theWork, "village_head"],
      say: (details) => {
        if (details.again) return reopenedAbove(details);
        const { side, code, other, from } = details;
        return side === "above"
          ? {
              vi: `${from ?? "Cấp dưới"} chuyển lên kiến nghị ${code}`,
              en: `${from ?? "A unit below"} passed ${code} upward to you`,
            }
          : {
              vi: `Kiến nghị ${code} đã chuyển lên ${other ?? "cấp trên"}`,
              en: `${code} was passed upward${other ? ` to ${other}` : ""}`,
            };
      },
    },
  },
  reply_from_above: {
    words: { vi: "Ghi trả lời của cấp trên", en: "Record the reply from above" },
    may: office,
    // A second reply may come from above: of another unit, or once it was taken up there again.
    transitions: [{ from: ["passed_up", "answered", "closed"], to: "answered" }],
    // It comes down whatever is held here: the unit above is told of no hold but its own.
    whileHeld: "from_elsewhere",
    offered: ({ status }, { childDecides }) => status === "passed_up" && !childDecides,
    exceptional: false,
    refuses: nothing,
    changes: nowAnswered,
    form: ["outcome", "answer", "symbol"],
    needs: ["text"],
    reachesOthers: true,
    lastWord: "answer",
    wordsFor: "readers",
    annulledBy: "its_side",
    heard: (code) => ({
      vi: `Đã ghi trả lời của cấp trên về kiến nghị ${code}.`,
      en: `The reply from above to matter ${code} is recorded.`,
    }),
    told: {
      to: ["leaders_and_office", ...theWork, "village_head"],
      say: (details) =>
        details.side === "village"
          ? answeredSentence(details)
          : {
              vi: `Kiến nghị ${details.code} đã có trả lời của cấp trên`,
              en: `${details.code} has its reply from above`,
            },
    },
  },
  merge: {
    words: { vi: "Gộp vào kiến nghị trùng", en: "Merge into another matter" },
    may: leadersAndOffice,
    transitions: [{ from: [...open, ...answered], to: "merged" }],
    whileHeld: "waits",
    offered: always,
    exceptional: true,
    refuses: nothing,
    changes: unchanged,
    form: ["into", "ended_if_asked", "published_if_asked"],
    needs: [],
    reachesOthers: true,
    lastWord: null,
    wordsFor: "readers",
    annulledBy: "its_side",
    heard: "in_words_of_its_own",
    told: {
      to: [...theWork, "village_head", "lead_of_the_other"],
      say: ({ side, code, other }) =>
        side === "other"
          ? {
              vi: `Có kiến nghị trùng (${code}) gộp vào kiến nghị ${other ?? "khác"}`,
              en: `Another matter (${code}) was merged into ${other ?? "another"}`,
            }
          : {
              vi: `Kiến nghị ${code} được gộp${other ? ` vào ${other}` : ""}`,
              en: `${code} was merged into ${other ?? "another matter"}`,
            },
    },
  },
} satisfies Partial<Record<Move, MoveRow>>;
