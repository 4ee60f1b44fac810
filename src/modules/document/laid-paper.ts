import type { Align, Run, Side } from "./document-model.ts";

// A paper with everything settled that its side prescribes: order, wording, sizes, marks. Renderers only draw it.

/** A line of its own; sizes in points. The rule below it is a part of its width, or all of it. */
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
  readonly total: readonly LaidCell[] | null;
};

export type LaidText = {
  readonly kind: "text";
  /** The level of a heading; 0 for running text. */
  readonly level: 0 | 1 | 2 | 3;
  readonly runs: readonly Run[];
  readonly align: Align;
  readonly indent: boolean;
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

/** Margins in millimetres, within what both prescriptions allow; sizes in points. */
export const sheet = {
  margins: { top: 20, bottom: 20, left: 30, right: 15 },
  width: 210,
  height: 297,
  bodySize: 14,
  tableSize: 12,
  pageNumberSize: 13,
  firstLineIndent: 12.7,
  shortRule: 0.4,
  signatureGap: 22,
} as const;
