import type { Side } from "./document-model.ts";

type PaperKindFacts = {
  readonly vi: string;
  readonly en: string;
  /** Abbreviation of the type in the number ("TB"); null for a paper that bears no number. */
  readonly type: string | null;
  readonly sides: readonly Side[];
  /** An official letter: no title, its abstract stands under its number. */
  readonly letter?: true;
  readonly landscape?: true;
  /** A form that is handed out: two to a sheet, and no place and date. */
  readonly form?: true;
};

const all = ["party", "government", "front"] as const;
const rulers = ["party", "government"] as const;
const letter = (vi: string, en: string, sides: readonly Side[]): PaperKindFacts => ({
  vi,
  en,
  sides,
  type: "CV",
  letter: true,
});

/** Every paper that the product writes. The title printed is `vi` of its type, see `paperTitle`. */
const facts = {
  plan: { vi: "Kế hoạch", en: "Plan", type: "KH", sides: all },
  invitation: { vi: "Giấy mời", en: "Invitation", type: "GM", sides: all },
  announcement: { vi: "Thông báo hội nghị", en: "Announcement", type: "TB", sides: all },
  synthesis: { vi: "Báo cáo tổng hợp ý kiến", en: "Synthesis of opinions", type: "BC", sides: all },
  results_report: { vi: "Báo cáo kết quả giải quyết", en: "Report on results", type: "BC", sides: rulers },
  periodic_report: { vi: "Báo cáo định kỳ", en: "Periodic report", type: "BC", sides: all },
  speaking_form: { vi: "Phiếu đăng ký phát biểu", en: "Speaking form", type: null, sides: all, form: true },
  ballot_form: {
    vi: "Phiếu lấy ý kiến hài lòng",
    en: "Ballot form",
    type: null,
    sides: ["front"],
    form: true,
  },
  minutes: { vi: "Biên bản", en: "Minutes", type: "BB", sides: all },
  notice_of_conclusion: { vi: "Thông báo kết luận", en: "Notice of conclusion", type: "TB", sides: rulers },
  assignment_letter: letter("Công văn giao việc", "Assignment letter", rulers),
  reminder_letter: letter("Công văn đôn đốc", "Reminder letter", rulers),
  reply_letter: letter("Công văn trả lời", "Reply", rulers),
  upward_letter: letter("Công văn kiến nghị cấp trên", "Letter upward", all),
  transfer_slip: { vi: "Phiếu chuyển", en: "Transfer slip", type: "PC", sides: rulers },
  register_book: {
    vi: "Sổ theo dõi kiến nghị",
    en: "Register book",
    type: null,
    sides: all,
    landscape: true,
  },
  handover_record: { vi: "Biên bản bàn giao", en: "Hand-over record", type: "BB", sides: rulers },
} as const satisfies Record<string, PaperKindFacts>;

export type PaperKind = keyof typeof facts;
export const paperKinds = Object.keys(facts) as [PaperKind, ...PaperKind[]];

/** What is fixed for a kind of paper. */
export function paperKind(kind: PaperKind): PaperKindFacts {
  return facts[kind];
}

/** "Thông báo kết luận" */
export function paperKindWord(kind: PaperKind, language: "vi" | "en"): string {
  return facts[kind][language];
}

/** A paper that bears a number of its series once it is issued. */
export function isNumbered(kind: PaperKind): boolean {
  return facts[kind].type !== null;
}

const titles: Readonly<Record<string, string>> = {
  KH: "Kế hoạch",
  GM: "Giấy mời",
  TB: "Thông báo",
  BC: "Báo cáo",
  BB: "Biên bản",
  PC: "Phiếu chuyển",
};

/** The type as the paper's title says it: "Thông báo" for a notice of conclusion, nothing for a letter. */
export function paperTitle(kind: PaperKind): string {
  const { type, vi, letter } = paperKind(kind);
  if (letter) return "";
  return type === null ? vi : (titles[type] ?? vi);
}
