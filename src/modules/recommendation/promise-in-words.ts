import { isRealDay } from "#kernel/input.ts";
import { spokenTerm } from "./spoken-term.ts";

/** A promise with its day, as it stands in the words of an answer. */
export type Promised = {
  /** The sentence, as it was written. */
  readonly words: string;
  /** The last day of what was promised, `YYYY-MM-DD`. */
  readonly on: string;
};

/** A promise is a task with its day, or it is told and the answer stays one. */
export const promiseChoices = ["task", "told"] as const;
export type PromiseChoice = (typeof promiseChoices)[number];

/** What is still to come is told by one of these. */
const coming = /(?<!\p{L})(?:sẽ|hứa|cam kết|hẹn|dự kiến|phấn đấu)(?!\p{L})(?!\s+không(?!\p{L}))/iu;

/**
 * The first promise in the words of an answer that names its day: "sẽ lắp xong trước 10/12". A day without its year is
 * the next of that name from the day of the answer on; a week, a month or a quarter ends with its last day
 * (`spoken-term.ts`). Null where nothing is
 * promised, no day is named, or it has passed.
 * @param on the day of the answer, `YYYY-MM-DD`
 */
export function promiseIn(text: string, on: string): Promised | null {
  for (const sentence of sentencesOf(text)) {
    const verb = coming.exec(sentence);
    // "Tuần sau sẽ sửa": of what stands before the verb only a term that is to come is meant by it.
    const day =
      verb && (dayIn(sentence.slice(verb.index), on) ?? spokenTerm(sentence.slice(0, verb.index), on));
    if (day && day >= on) return { words: sentence.trim(), on: day };
  }
  return null;
}

function sentencesOf(text: string): string[] {
  return text.normalize("NFC").split(/(?<=[.;!?…])\s+|\n+/u);
}

/** A number of a house or of a paper is no day. */
const notANumberOf = String.raw`(?<!(?:số|ngõ|ngách|hẻm|tổ|khu|kiệt|nhà|thửa|tờ|căn)\s+)(?<![\d/.-])`;
const notAPaper = String.raw`(?![\d]|[/-]\p{L}|[/-]\d)`;
const year = String.raw`(?:\s*(?:[/.-]|năm\s)\s*(\d{4}))?`;

const readings: readonly [RegExp, (parts: readonly (string | undefined)[], on: string) => string | null][] = [
  [
    new RegExp(String.raw`ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})${year}`, "iu"),
    ([, day, month, year], on) => dayOf(day, month, year, on),
  ],
  [
    new RegExp(String.raw`${notANumberOf}(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}))?${notAPaper}`, "iu"),
    ([, day, month, year], on) => dayOf(day, month, year, on),
  ],
];

function dayIn(words: string, on: string): string | null {
  for (const [pattern, read] of readings) {
    const found = pattern.exec(words);
    const day = found && read(found, on);
    if (day) return day;
  }
  return spokenTerm(words, on);
}

/** The day in its year, or in the first year in which it is not past. */
function dayOf(day = "", month = "", year: string | undefined, on: string): string | null {
  const first = Number(on.slice(0, 4));
  const years = year ? [Number(year)] : [first, first + 1];
  const days = years.map((each) => `${each}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`);
  return days.find((each) => isRealDay(each) && (year !== undefined || each >= on)) ?? null;
}
