import { legacyEncoding } from "#kernel/legacy-text.ts";

// What comes out of Word or off a page: bullets from fonts that a text box does not have, tabs, hard blanks.

const bullets = "[•·●○◦▪■□►➢➤✓❖*+–—\uF0B7\uF0A7\uF0D8\uF076\uF0FC-]";
// An "o" is a bullet only before a tab: Word's second level; elsewhere it is a word of Vietnamese.
const bullet = new RegExp(`^(?:${bullets}\\s+|${bullets}(?=\\p{L})|o\\t\\s*|[-–—]\\s*)`, "u");
const numbered = /^(?:\(?\d{1,2}[.)]|[a-zđ][.)])\s+/u;

/** A pasted text as a person would have typed it: a line each, "- " before what had a bullet, no blanks to look at. */
export function readablePaste(text: string): string {
  // The soft hyphen of Word is a letter (ư) in the fonts of TCVN3: it stays until the text was converted.
  const invisible = legacyEncoding(text)
    ? /[\u200B-\u200D\u2060\uFEFF]/g
    : /[\u200B-\u200D\u2060\uFEFF\u00AD]/g;
  const lines = text
    .replace(/\r\n?|[\u000B\u2028\u2029]/g, "\n")
    .replace(invisible, "")
    .split("\n")
    .map((line) => line.replace(/^[\u00A0 ]+/, "").trimEnd())
    .map((line) => (bullet.test(line) ? `- ${line.replace(bullet, "")}` : line))
    .map((line) => line.replace(/[\u00A0\u2000-\u200A\u202F\t ]+/g, " ").trim());
  return lines
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

/**
 * The things listed in a text, each as a text of its own; none where it is no list. A line without a bullet goes on with
 * the one before; what stands before the list belongs to its first, so that nothing is lost.
 */
export function listedIn(text: string): string[] {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const begins = (line: string) => /^- /.test(line) || numbered.test(line);
  const first = lines.findIndex(begins);
  if (first < 0 || lines.filter(begins).length < 2) return [];
  const items: string[] = [];
  for (const line of lines.slice(first)) {
    if (begins(line)) items.push(line.replace(/^- /, "").replace(numbered, ""));
    else items.push(`${items.pop()!}\n${line}`);
  }
  const before = lines.slice(0, first).join("\n");
  return before ? [`${before}\n${items[0]!}`, ...items.slice(1)] : items;
}

/** Listed things as one text, to be listed again. */
export const asList = (items: readonly string[]): string => items.map((item) => `- ${item}`).join("\n");
