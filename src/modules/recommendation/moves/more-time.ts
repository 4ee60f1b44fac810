import { dayAsRead } from "#kernel/day-as-read.ts";
import { mayBeExtended, refusalToExtend } from "../extension.ts";
import { agencyAndOffice, leadersAndOffice, whoeverIssues } from "../grants.ts";
import type { Move } from "../status-transitions.ts";
import { always, nothing, unanswered, unchanged, type MoveRow } from "./move-row.ts";
import { enAgency, enReason, ofTheMatter, theWork, viAgency, viReason } from "./told.ts";

/** More time is asked for, granted or refused; or it takes its time by a roadmap, or for what stands in the way. */
export const moreTime = {
  ask_extension: {
    words: { vi: "Đề nghị gia hạn", en: "Ask for an extension" },
    may: agencyAndOffice,
    transitions: [{ from: ["in_hand"], to: "same" }],
    whileHeld: "waits",
    offered: (state, { today }) =>
      state.extensionAsked === null && mayBeExtended(state) && state.dueOn! >= today,
    exceptional: false,
    refuses: nothing,
    changes: (_, event) => ({ extensionAsked: { dueOn: event.dueOn!, reason: event.reason ?? null } }),
    form: ["new_due", "reason"],
    needs: ["reason"],
    reachesOthers: false,
    lastWord: null,
    wordsFor: "readers",
    annulledBy: "its_side",
    heard: "in_words_of_its_own",
    told: {
      to: ["chair_and_office"],
      withReason: true,
      say: (details) => ({
        vi: `${viAgency(details)} đề nghị gia hạn kiến nghị ${details.code} đến ${dayAsRead(details.due ?? "")}${viReason(details)}`,
        en: `${enAgency(details)} asks for an extension of ${details.code} to ${dayAsRead(details.due ?? "")}${enReason(details)}`,
      }),
    },
  },
  refuse_extension: {
    words: { vi: "Không đồng ý gia hạn", en: "Refuse the extension" },
    may: leadersAndOffice,
    transitions: [{ from: ["in_hand"], to: "same" }],
    whileHeld: "waits",
    offered: ({ extensionAsked }) => extensionAsked !== null,
    exceptional: false,
    refuses: ({ extensionAsked }) => (extensionAsked ? null : { problem: "no_extension_asked" }),
    changes: () => ({ extensionAsked: null }),
    form: ["reason"],
    needs: ["reason"],
    reachesOthers: false,
    lastWord: null,
    wordsFor: "readers",
    annulledBy: "its_side",
    heard: (code) => ({
      vi: `Đã ghi không đồng ý gia hạn kiến nghị ${code}; hạn cũ giữ nguyên.`,
      en: `The extension of matter ${code} is refused; the date stays.`,
    }),
    told: {
      to: ["lead_agency", "front"],
      withReason: true,
      say: (details) => ({
        vi: `Không đồng ý gia hạn kiến nghị ${details.code}${details.due ? `; hạn vẫn là ${dayAsRead(details.due)}` : ""}${viReason(details)}`,
        en: `The extension of ${details.code} was refused${details.due ? `; it is still due ${dayAsRead(details.due)}` : ""}${enReason(details)}`,
      }),
    },
  },
  extend: {
    words: { vi: "Gia hạn", en: "Extend" },
    may: leadersAndOffice,
    transitions: [{ from: ["in_hand"], to: "same" }],
    whileHeld: "waits",
    offered: (state) => state.extensionAsked !== null && mayBeExtended(state),
    exceptional: false,
    refuses: (state, { dueOn }) => refusalToExtend(state, dueOn ?? null),
    changes: ({ extensions }, event) => ({
      dueOn: event.dueOn!,
      extensions: extensions + 1,
      extensionAsked: null,
    }),
    form: ["new_due", "reason_if_any", "symbol"],
    needs: [],
    reachesOthers: false,
    lastWord: null,
    wordsFor: "readers",
    annulledBy: "its_side",
    heard: "in_words_of_its_own",
    told: {
      // The Front hears of every extension, granted or not: it supervises the follow-up.
      to: [...theWork, "front"],
      withReason: true,
      say: (details) => ({
        vi: `Kiến nghị ${details.code} được gia hạn đến ${dayAsRead(details.due ?? "")}${viReason(details)}`,
        en: `${details.code} has been extended to ${dayAsRead(details.due ?? "")}${enReason(details)}`,
      }),
    },
  },
  schedule: {
    words: { vi: "Đưa vào lộ trình", en: "Schedule with a roadmap" },
    may: whoeverIssues,
    transitions: [{ from: unanswered, to: "scheduled" }],
    whileHeld: "waits",
    offered: always,
    exceptional: false,
    refuses: nothing,
    changes: unchanged,
    form: ["until", "roadmap"],
    needs: ["untilOn", "text"],
    reachesOthers: false,
    lastWord: null,
    wordsFor: "readers",
    annulledBy: "the_unit_too",
    heard: "in_words_of_its_own",
    told: {
      to: ["chair_and_office", ...theWork, "village_head"],
      say: ofTheMatter("đã được đưa vào lộ trình", "was scheduled with a roadmap"),
    },
  },
  block: {
    words: { vi: "Ghi vướng khách quan", en: "Block for now" },
    may: whoeverIssues,
    transitions: [{ from: unanswered, to: "blocked" }],
    whileHeld: "waits",
    offered: always,
    exceptional: false,
    refuses: nothing,
    changes: unchanged,
    form: ["reason", "review_on"],
    needs: ["reason", "reviewOn"],
    reachesOthers: false,
    lastWord: null,
    wordsFor: "readers",
    annulledBy: "the_unit_too",
    heard: "in_words_of_its_own",
    told: {
      to: ["chair_and_office", ...theWork, "village_head"],
      say: ofTheMatter("chưa thể giải quyết vì vướng khách quan", "is blocked for now"),
    },
  },
} satisfies Partial<Record<Move, MoveRow>>;
