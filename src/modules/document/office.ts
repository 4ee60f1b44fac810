import type { Paper, Side, Signature } from "./document-model.ts";
import { blankSymbol, type Term } from "./numbering.ts";
import { paperKind, paperTitle } from "./paper-kinds.ts";

/** What is the same in all papers of one side of a unit. */
export type Office = {
  /** Lines by "\n"; null where the layout shows no body above. */
  readonly superior: string | null;
  readonly issuer: string;
  readonly place: string;
  /** What follows the type in a number: "UBND", "ĐU", "MTTQ-BTT". */
  readonly suffix: string;
  /** Types with another one; of a letter ("CV") all that follows its number: "UBND-VP". */
  readonly suffixes: readonly { readonly type: string; readonly suffix: string }[];
  /** The first signs unless a paper says otherwise. */
  readonly signers: readonly Signature[];
  readonly recipients: readonly string[];
  /** Terms of the Party committee, in any order. */
  readonly terms: readonly Term[];
};

/** "UBND" for a notice, "UBND-VP" for a letter. */
export function suffixOf(office: Office, type: string): string {
  return office.suffixes.find((exception) => exception.type === type)?.suffix ?? office.suffix;
}

/** A paper's own part; what is left out is the office's. */
export type PaperContent = Pick<Paper, "side" | "kind" | "abstract" | "body"> &
  Partial<
    Pick<Paper, "title" | "addressees" | "bases" | "signature" | "signatures" | "recipients" | "landscape">
  > & {
    readonly date?: string | null;
    /** Those to whom it goes besides the recipients of all of the office's papers; they stand before these. */
    readonly alsoTo?: readonly string[];
  };

/** The paper as a draft of the office: without number, with blanks for a date that is not given. */
export function paperOf(office: Office, content: PaperContent): Paper {
  const { date = null, alsoTo = [], ...own } = content;
  const { superior, issuer, place, signers } = office;
  const recipients = [...new Set([...alsoTo, ...office.recipients])];
  const header = { superior, issuer, place, symbol: null, blankSymbol: blankFor(office, content), date };
  const { landscape } = paperKind(content.kind);
  const usual = { title: paperTitle(content.kind), signature: signers[0] ?? null, recipients };
  return { ...usual, ...(landscape ? { landscape } : {}), ...own, header };
}

function blankFor(office: Office, { side, kind }: { side: Side; kind: Paper["kind"] }): string | null {
  const { type } = paperKind(kind);
  return type === null ? null : blankSymbol(side, type, suffixOf(office, type));
}
