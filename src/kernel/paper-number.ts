import { optionalText } from "./input.ts";
import { cleanText } from "./vietnamese-text.ts";

/** What is said of a text that is none. */
export const paperNumberFault = {
  vi: "Số, ký hiệu văn bản gồm số rồi ký hiệu, ví dụ 45/UBND-KT, 12/TB-UBND hoặc 101-KH/ĐU.",
  en: "The number and symbol of a paper are a number and then a symbol, such as 45/UBND-KT, 12/TB-UBND or 101-KH/ĐU.",
};

/** As papers of all sides bear it: a number from 1, a letter at most, then letters and digits in groups. */
const pattern = /^0*[1-9]\d{0,5} ?\p{Ll}? ?[-/] ?(?:(?:19|20)\d\d\/)?\p{L}[\p{L}\d]*(?:[-/.][\p{L}\d]+)*$/u;

/** Whether a text may be the number and symbol of a paper; "Số", ":" and other dashes do not matter. */
export function isPaperNumber(text: string): boolean {
  const bare = cleanText(text)
    .replace(/[‐-―−]/g, "-")
    .replace(/^số\s*:?\s*/iu, "")
    .replace(/(?<!\s)\s*([-/])\s*/g, "$1");
  return pattern.test(bare);
}

/**
 * The number and symbol that a paper written elsewhere bears, where one is given: the one rule for all of them, of a unit's own
 * or another's. What a paper is numbered by here is read more closely (`document/numbering.ts`).
 */
export const optionalPaperNumber = (maximum: number) =>
  optionalText(maximum).refine((text) => text === undefined || isPaperNumber(text), {
    params: paperNumberFault,
  });
