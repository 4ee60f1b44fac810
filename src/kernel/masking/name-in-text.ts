import { composed, foldTone } from "#kernel/vietnamese-text.ts";
import { titles } from "./name-parts.ts";

/**
 * A text with "[tên]" in the place of each of some people's names: with their title and without it, by a title with
 * the last of the name, in capitals, without tone marks, with any apostrophe or dash. The answer is composed (NFC).
 */
export function withoutNames(text: string, names: readonly string[]): string {
  const called = [...new Set(names.flatMap(waysToCall))].filter((name) => name.length > 1);
  if (called.length === 0) return composed(text);
  const long = called.filter((name) => /[\s-]/u.test(name));
  const short = called.filter((name) => !long.includes(name));
  const plain = withoutSpoken(withoutLong(composed(text), long), long);
  return short.reduce((words, name) => words.replace(oneWord(name), "[tên]"), plain);
}

const title = new RegExp(`^(?:${titles})\\s+`, "iu");

function waysToCall(name: string): string[] {
  const whole = composed(name.trim()).replace(/\s+/gu, " ");
  return [whole, whole.replace(title, "")];
}

const apart = String.raw`(?<![\p{L}\d])`;
const end = String.raw`(?![\p{L}\d])`;

/** "Nguyễn Văn A" also as "NGUYỄN VĂN A" and "nguyen van a", and only as words of their own. */
function withoutLong(text: string, names: readonly string[]): string {
  if (names.length === 0) return text;
  const longestFirst = names.toSorted((one, other) => other.length - one.length);
  return masking(text, `${apart}(?:${longestFirst.map(inAnyHand).join("|")})${end}`);
}

/** "bà Giấu", "chị Thị Giấu" of Trần Thị Giấu: by what follows the family, and with its capital. */
function withoutSpoken(text: string, names: readonly string[]): string {
  const given = names.flatMap((name) => {
    const words = name.replace(title, "").split(" ");
    return words.slice(1).map((_, index) => words.slice(index + 1).join(" "));
  });
  if (given.length === 0) return text;
  const longestFirst = [...new Set(given)].toSorted((one, other) => other.length - one.length);
  const called = `(?:${inAnyHand(titles)})\\s+(${longestFirst.map(inAnyHand).join("|")})`;
  return masking(
    text,
    `${apart}${called}${end}`,
    (found, name) => /^\p{Lu}/u.test(name) && isTitle.test(found),
  );
}

/** With its marks, or typed without any: "Cầu Tơ" is a bridge. */
const isTitle = new RegExp(`^(?:(?:${titles})${end}|[\\p{ASCII}]+ )`, "iu");

/** Puts "[tên]" where a pattern finds a name in the folded text, or the group of it that is the name. */
function masking(
  text: string,
  pattern: string,
  counts: (found: string, name: string) => boolean = () => true,
): string {
  let said = "";
  let told = 0;
  for (const { index, 0: whole, 1: name = whole } of folded(text).matchAll(new RegExp(pattern, "gu"))) {
    const behind = index + whole.length;
    const from = behind - name.length;
    if (!counts(text.slice(index, behind), text.slice(from, behind))) continue;
    said += `${text.slice(told, from)}[tên]`;
    told = behind;
  }
  return said + text.slice(told);
}

/** The words of a name, or of several with "|" between them, folded: with any dash or blank, and i for y. */
function inAnyHand(name: string): string {
  const signs = { "|": "|", " ": "[\\s-]+", "-": "[\\s-]+", i: "[iy]", y: "[iy]" };
  return folded(name).replace(/[^]/gu, (letter) =>
    letter in signs ? signs[letter as keyof typeof signs] : RegExp.escape(letter),
  );
}

/** A name of one word is a common word too: it counts as written, with its capital, and not within a longer name. */
function oneWord(name: string): RegExp {
  const forms = [name, name.toLocaleUpperCase("vi")].map((form) => RegExp.escape(form)).join("|");
  return new RegExp(`(?<![\\p{L}\\d]|\\p{Lu}\\p{L}* )(?:${forms})(?![\\p{L}\\d]| \\p{Lu})`, "gu");
}

/** Letter by letter, so that what is found here stands at the same place in the text. */
function folded(text: string): string {
  return text.replace(/[^]/gu, (letter) => {
    if (/[’ʼ‘`´′]/u.test(letter)) return "'";
    if (/[‐‑‒–—]/u.test(letter)) return "-";
    const bare = foldTone(letter);
    return bare.length === letter.length ? bare : letter;
  });
}
