import { front, leadersAndOffice, reviewer } from "../grants.ts";
import type { Move } from "../status-transitions.ts";
import { always, answered, nothing, open, type MoveRow } from "./move-row.ts";
import { ofTheMatter, theWork } from "./told.ts";

const anywhere = [...open, ...answered, "merged"] as const;

/** What may be a complaint or a denunciation is put out of sight, until its reviewer shows it again or routes it out. */
export const review = {
  hold: {
    words: { vi: "Tạm ẩn để xem xét", en: "Hold for review" },
    may: { ...leadersAndOffice, ...front, ...reviewer },
    transitions: [{ from: anywhere, to: "same" }],
    whileHeld: "waits",
    offered: always,
    exceptional: true,
    refuses: nothing,
    changes: () => ({ held: true }),
    form: ["reason_if_any"],
    needs: [],
    reachesOthers: false,
    lastWord: null,
    wordsFor: "reviewers",
    // It ends by the reviewer's release.
    annulledBy: "nobody",
    heard: (code) => ({
      vi: `Đã tạm ẩn kiến nghị ${code} để xem xét.`,
      en: `Matter ${code} is held for review.`,
    }),
    told: {
      to: ["reviewers", "office", ...theWork],
      byCodeAlone: true,
      say: ({ code }) => ({
        vi: `Nội dung ${code} được tạm ẩn chờ xem xét`,
        en: `${code} is held for review`,
      }),
    },
  },
  release: {
    words: { vi: "Cho hiển thị lại", en: "Release" },
    may: reviewer,
    transitions: [{ from: anywhere, to: "same" }],
    whileHeld: "decides",
    offered: ({ held }) => held,
    exceptional: false,
    refuses: nothing,
    changes: () => ({ held: false }),
    form: ["reason_if_any"],
    needs: [],
    reachesOthers: false,
    lastWord: null,
    wordsFor: "reviewers",
    annulledBy: "reviewer",
    heard: (code) => ({
      vi: `Đã cho hiển thị lại kiến nghị ${code}.`,
      en: `Matter ${code} is released.`,
    }),
    told: { to: ["office", ...theWork], say: ofTheMatter("được cho hiển thị lại", "was released") },
  },
  route_out: {
    words: { vi: "Chuyển theo quy định (khiếu nại, tố cáo)", en: "Route out (complaint, denunciation)" },
    may: reviewer,
    transitions: [{ from: anywhere, to: "routed_out" }],
    whileHeld: "decides",
    offered: always,
    exceptional: true,
    refuses: nothing,
    changes: () => ({ held: false }),
    form: ["where_routed", "symbol"],
    needs: ["toText"],
    reachesOthers: true,
    lastWord: null,
    wordsFor: "reviewers",
    annulledBy: "reviewer",
    heard: "in_words_of_its_own",
    told: {
      to: ["office", ...theWork],
      byCodeAlone: true,
      say: ({ code }) => ({
        vi: `Nội dung ${code} đã chuyển theo quy định`,
        en: `${code} was routed out as the law requires`,
      }),
    },
  },
} satisfies Partial<Record<Move, MoveRow>>;
