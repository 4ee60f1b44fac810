import type { Snippet } from "svelte";

/** One column: either `text` or a `cell` snippet; `href` turns the text into a link to the row's own page. */
export interface Column<Row> {
  key: string;
  label: string;
  text?: (row: Row) => string | number | null;
  cell?: Snippet<[Row]>;
  href?: (row: Row) => string;
  /** Figures stand at the end of their column. */
  align?: "start" | "end";
  /** The text that says what the row is about: on a card it takes the whole width, without its label. */
  wide?: boolean;
  /** Many words: on a card they take the whole width, below their label. */
  below?: boolean;
  /** A name of several words has room for some of them on a line, where there is any. */
  named?: boolean;
  /** Keeps short things (dates, codes) on one line. */
  nowrap?: boolean;
}

/** Longer than any word of ours and any code: it would make a column, and so the page, as wide as itself. */
const longWord = /\S{25}/;

/** The look of a cell whose words hold one that has to be broken; the others of its column stay whole. */
export const lookOfWords = (words: string): string | undefined => (longWord.test(words) ? "long" : undefined);
