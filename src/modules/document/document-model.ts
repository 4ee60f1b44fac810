import type { PaperKind } from "./paper-kinds.ts";

// What a paper says, without how it looks: facts become a Paper, and each renderer makes of it what its layout
// prescribes. Every text here is plain data and comes out as it is, whatever characters are in it.

/** The three trees that write papers, each with its own layout and grammar of numbers. */
export const sides = ["party", "government", "front"] as const;
export type Side = (typeof sides)[number];

/** A stretch of text; bold and italic are all there is. A "\n" begins a new line. */
export type Run = { readonly text: string; readonly bold?: boolean; readonly italic?: boolean };
export type Inline = string | readonly (string | Run)[];

export type Align = "left" | "center" | "right" | "justify";

/** A running paragraph: justified with its first line indented, unless said otherwise. */
export type Paragraph = {
  readonly kind: "paragraph";
  readonly text: Inline;
  readonly align?: Align;
  readonly indent?: boolean;
};
/** "I. …", "1. …", "a) …": the layout counts. */
export type Heading = { readonly kind: "heading"; readonly level: 1 | 2 | 3; readonly text: Inline };
export type List = {
  readonly kind: "list";
  readonly marks: "dash" | "plus" | "number";
  readonly items: readonly Inline[];
};

/** Width is a share: columns of 1 and 3 take a quarter and three quarters. */
export type Column = { readonly title: string; readonly width: number; readonly align?: Align };
/** A cell; `link` is an address in the product, opened from the screen only. */
export type Cell =
  Inline | { readonly text: Inline; readonly span?: number; readonly align?: Align; readonly link?: string };
/** The row of titles is repeated on each page; `total` is the last row, in bold. */
export type Table = {
  readonly kind: "table";
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  readonly total?: readonly Cell[];
};

/** Who signs: "TM. ỦY BAN NHÂN DÂN" / "CHỦ TỊCH" / name; a name of null leaves the place empty. */
export type Signature = {
  readonly authority: string | null;
  readonly title: string;
  readonly name: string | null;
};
/** Signatures side by side within the body. */
export type Signatures = { readonly kind: "signatures"; readonly people: readonly Signature[] };

/** A dotted place to write in: the label, then dots to the end of the line, and further dotted lines. */
export type FormLines = { readonly kind: "formLines"; readonly label: string; readonly lines?: number };
/** Boxes to tick, one a line or all in one. */
export type Choices = {
  readonly kind: "choices";
  readonly items: readonly string[];
  readonly inline?: boolean;
};

export type Block =
  | Paragraph
  | Heading
  | List
  | Table
  | Signatures
  | FormLines
  | Choices
  | { readonly kind: "pageBreak" }
  | { readonly kind: "blankLine" };

export type PaperHeader = {
  /** The body above, "\n" between its lines; null where the layout shows none. */
  readonly superior: string | null;
  readonly issuer: string;
  /** "12/TB-UBND" without the word "Số"; null for a draft. */
  readonly symbol: string | null;
  /** What follows the number, shown behind a blank while there is none; null for a paper that bears no number. */
  readonly blankSymbol: string | null;
  readonly place: string;
  /** `YYYY-MM-DD`; null leaves blanks. */
  readonly date: string | null;
};

export type Paper = {
  readonly side: Side;
  readonly kind: PaperKind;
  readonly header: PaperHeader;
  /** The type of paper ("Thông báo"); a letter shows none. */
  readonly title: string;
  /** Trích yếu; a letter bears it under its number. */
  readonly abstract: string | null;
  /** "Kính gửi:" */
  readonly addressees?: readonly string[];
  /** "Căn cứ …", one each, without the mark at the end. */
  readonly bases?: readonly string[];
  readonly body: readonly Block[];
  readonly signature: Signature | null;
  /** More than one to sign, as minutes need; they take the place of `signature`. */
  readonly signatures?: readonly Signature[];
  readonly recipients: readonly string[];
  readonly landscape?: boolean;
};

/** A paragraph as prose has it. */
export function paragraph(text: Inline, options: Omit<Paragraph, "kind" | "text"> = {}): Paragraph {
  return { kind: "paragraph", text, ...options };
}

export function heading(level: 1 | 2 | 3, text: Inline): Heading {
  return { kind: "heading", level, text };
}

export function bold(text: string): Run {
  return { text, bold: true };
}

export function italic(text: string): Run {
  return { text, italic: true };
}

/** The runs of a text, whatever way it was written down. */
export function runsOf(text: Inline): readonly Run[] {
  if (typeof text === "string") return [{ text }];
  return text.map((run) => (typeof run === "string" ? { text: run } : run));
}
