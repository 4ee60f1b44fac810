import { textInput } from "#kernel/input.ts";

const LONGEST = 120;
const between = /[-‐‑‒–—−\s]+/u;
const yearAndNumber = /(?:19|20)\d{2}-?\d{4,6}$/u;

/**
 * A matter's code as it is kept, `MC-2020-0042`, however it was typed: with the dashes that Word puts in, with blanks, or
 * with nothing between its parts. Any other text stays as it is, for whoever looks it up.
 */
function matterCode(typed: string): string {
  const code = typed.trim().split(between).join("-");
  const year = code.search(yearAndNumber);
  if (year < 1 || code.length > LONGEST) return typed;
  const number = code.slice(year + 4);
  const unit = code.slice(0, year);
  return [
    unit.endsWith("-") ? unit.slice(0, -1) : unit,
    code.slice(year, year + 4),
    number.replace("-", ""),
  ].join("-");
}

/** The code of a matter in what is sent or asked. */
export const matterCodeInput = textInput(LONGEST).overwrite(matterCode);

/** The codes to look for, the likeliest first: a unit's code may have small letters, and most people type no others. */
export function codesMeant(code: string): string[] {
  return [...new Set([code, code.toUpperCase()])];
}
