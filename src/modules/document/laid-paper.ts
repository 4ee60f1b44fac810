import type { Align, Run, Side } from "./document-model.ts";

// A paper with everything settled that its side prescribes: order, wording, sizes, marks. Renderers only draw it.

/** A line of its own, broken by "\n" where it is too long; sizes in points. The rule below it is a part of its width, or all of it. */
export type Line = {
  readonly text: string;
  readonly size: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly rule?: "short" | "full";
};

export type LaidSignature = { readonly lines: readonly Line[]; readonly name: Line };

export type LaidCell = {
  readonly runs: readonly Run[];
  readonly span: number;
  readonly align: Align;
  readonly link?: string;
};

export type LaidTable = {
  readonly kind: "table";
  /** Shares of the width, their sum 1. */
  readonly widths: readonly number[];
  readonly titles: readonly string[];
  readonly rows: readonly (readonly LaidCell[])[];
  /** Positions of rows too tall to stand on one page; every other row is kept whole. */
  readonly tall: readonly number[];
  readonly total: readonly LaidCell[] | null;
  /** Its last row stays on the page of what follows it. */
  readonly keep?: true;
};

export type LaidText = {
  readonly kind: "text";
  /** The level of a heading; 0 for running text. */
  readonly level: 0 | 1 | 2 | 3;
  readonly runs: readonly Run[];
  readonly align: Align;
  readonly indent: boolean;
  /** It stays on the page of what follows it, as the last words before a signature do. */
  readonly keep?: true;
};

export type LaidBlock =
  | LaidText
  | LaidTable
  | { readonly kind: "signatures"; readonly people: readonly LaidSignature[] }
  | { readonly kind: "dots"; readonly label: string; readonly lines: number }
  | { readonly kind: "choices"; readonly items: readonly string[]; readonly inline: boolean }
  | { readonly kind: "pageBreak" }
  | { readonly kind: "blankLine" };

export type LaidPaper = {
  readonly side: Side;
  readonly landscape: boolean;
  /** How many of it are on one sheet, to be cut apart. */
  readonly copies: 1 | 2;
  readonly measures: Measures;
  /** The part of the width that the left block of the header takes. */
  readonly leftShare: number;
  /** What the file is called by those who list it. */
  readonly name: string;
  readonly left: readonly Line[];
  readonly right: readonly Line[];
  /** Type and abstract. */
  readonly title: readonly Line[];
  readonly body: readonly LaidBlock[];
  readonly recipients: { readonly label: Line; readonly lines: readonly Line[] } | null;
  readonly signatures: readonly LaidSignature[];
};

/** What differs from one sort of sheet to another: lengths in millimetres, sizes in points. */
export type Measures = {
  readonly margins: {
    readonly top: number;
    readonly bottom: number;
    readonly left: number;
    readonly right: number;
  };
  readonly bodySize: number;
  /** No letters of the header are larger. */
  readonly headerSize: number;
  /** Between paragraphs, in points. */
  readonly paragraphGap: number;
  /** Above the title, and by a little more above the signature. */
  readonly titleGap: number;
  readonly signatureGap: number;
};

/** A paper of an office: within what both prescriptions allow. */
export const officePaper: Measures = {
  margins: { top: 20, bottom: 20, left: 30, right: 15 },
  bodySize: 14,
  headerSize: 15,
  paragraphGap: 6,
  titleGap: 5,
  signatureGap: 22,
};

/** A form of which two are cut from a sheet: handed out by the hundred, filled in, never filed with a number. */
export const halfSheetForm: Measures = {
  margins: { top: 10, bottom: 10, left: 20, right: 15 },
  bodySize: 12,
  headerSize: 12,
  paragraphGap: 3,
  titleGap: 2,
  signatureGap: 8,
};

/** What all sheets have in common: millimetres, points; spacing of lines as a multiple of what the typeface asks. */
export const sheet = {
  width: 210,
  height: 297,
  tableSize: 12,
  pageNumberSize: 13,
  firstLineIndent: 12.7,
  shortRule: 0.4,
  lineSpacing: 1.1,
} as const;

/** The width between the margins, in points. */
export function lineWidth({ margins }: Measures, landscape: boolean): number {
  return ((landscape ? sheet.height : sheet.width) - margins.left - margins.right) * (72 / 25.4);
}
