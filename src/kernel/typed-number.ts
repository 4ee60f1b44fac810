/** A point or a blank of any width between the thousands, the same one throughout. */
const grouped = /^-?[1-9]\d{0,2}(?:(?<apart>[. ])\d{3}(?:\k<apart>\d{3})*)$/;
const plain = /^-?\d+$/;
/** Figures with something between them that parts thousands for one and decimals for another. */
const unclear = /^-?[.,]?\d[\d., ]*$/;
/** More than anybody needs to write a number. */
const LONGEST = 60;

const cleaned = (text: string) => text.trim().replace(/\s/gu, " ").replace(/^[−–]/u, "-");

/**
 * The whole number that a person meant: `1450`, `1.450`, `1 450`. The point parts thousands here and the comma decimals;
 * elsewhere it is the other way round, so "1.45" and "1,450" are none. One beyond the numbers that a machine tells apart is
 * the last of these: too large, and not no number. Null where it is none, or may be one or another.
 */
export function readTypedNumber(text: string): number | null {
  if (text.length > LONGEST) return null;
  const typed = cleaned(text);
  if (!plain.test(typed) && !grouped.test(typed)) return null;
  const number = Number(typed.replace(/[. ]/g, ""));
  return Math.max(Number.MIN_SAFE_INTEGER, Math.min(Number.MAX_SAFE_INTEGER, number));
}

/** Whether a text is written in figures alone and yet does not say which whole number it is. */
export function isUnclearNumber(text: string): boolean {
  return text.length <= LONGEST && readTypedNumber(text) === null && unclear.test(cleaned(text));
}

/** However a number was typed; what is none stays as it is, for the act to refuse. */
export function numberOf(typed: unknown): unknown {
  return typeof typed === "string" ? (readTypedNumber(typed) ?? typed) : typed;
}
