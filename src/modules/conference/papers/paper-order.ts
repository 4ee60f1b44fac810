import type { PaperKind } from "#modules/document/paper-kinds.ts";
import type { StepCode } from "../steps/legal-bases.ts";

/** The papers of a conference besides its notice of conclusion, in the order in which they are needed. */
export const conferencePapers = [
  "announcement",
  "invitation",
  "synthesis",
  "results_report",
  "speaking_form",
  "ballot_form",
  "minutes",
] as const satisfies readonly PaperKind[];
export type ConferencePaper = (typeof conferencePapers)[number];

/** Those that are given a number here, each with the step of the checklist that it does. */
export const issuedPapers = ["announcement", "invitation", "synthesis", "results_report"] as const;
export type IssuedPaper = (typeof issuedPapers)[number];

export const stepOfPaper: Readonly<Record<IssuedPaper, StepCode>> = {
  announcement: "announce",
  invitation: "invite",
  synthesis: "synthesis",
  results_report: "last_time",
};

/** What is posted or handed to anybody: whoever reads of the conference may have it. */
export const openPapers: ReadonlySet<ConferencePaper> = new Set([
  ...(["announcement", "speaking_form", "ballot_form"] as const),
]);

/** What is read out at the conference: its words are those that a person approved for the public. */
export const toldPapers: ReadonlySet<ConferencePaper> = new Set(["results_report"] as const);

/** What is kept inside: it has the words as they were said. */
export const insidePapers: ReadonlySet<ConferencePaper> = new Set(["synthesis", "minutes"] as const);

/** What a paper still lacks. */
export type Missing =
  "called_off" | "place" | "chairs" | "guests" | "collected" | "previous" | "not_held" | "turns";

export const missingWords: Readonly<Record<Missing, { readonly vi: string; readonly en: string }>> = {
  called_off: { vi: "hội nghị không tổ chức", en: "the conference was called off" },
  place: { vi: "chưa ghi địa điểm", en: "no place is given" },
  chairs: { vi: "chưa ghi người chủ trì", en: "nobody is in the chair" },
  guests: { vi: "chưa mời ai", en: "nobody is invited" },
  collected: { vi: "chưa thu thập được ý kiến nào", en: "nothing was collected" },
  previous: { vi: "đơn vị chưa có hội nghị nào trước đó", en: "there was no conference before it" },
  not_held: { vi: "hội nghị chưa diễn ra", en: "it has not been held yet" },
  turns: { vi: "chưa ghi lượt ý kiến nào", en: "no turn was recorded" },
};

export function isConferencePaper(text: string): text is ConferencePaper {
  return (conferencePapers as readonly string[]).includes(text);
}

export function isIssuedPaper(kind: ConferencePaper): kind is IssuedPaper {
  return (issuedPapers as readonly string[]).includes(kind);
}
