import { composed, foldTone } from "#kernel/vietnamese-text.ts";

/**
 * A text with "[tên]" in the place of each of some people's names: with their title and without it, in capitals, and
 * typed without tone marks. The answer is composed (NFC).
 */
export function withoutNames(text: string, names: readonly string[]): string {
  const called = names.flatMap((name) => {
    const whole = composed(name.trim()).replace(/\s+/gu, " ");
    return [whole, whole.replace(title, "")];
  });
  return [...new Set(called)]
    .filter((name) => name.length > 1)
    .toSorted((one, other) => other.length - one.length)
    .reduce(withoutName, composed(text));
}

const title = /^(?:ông|bà|anh|chị|cô|chú|bác|cụ|em|đồng chí)\s+/iu;

function withoutName(text: string, name: string): string {
  return name.includes(" ") ? withoutWholeName(text, name) : text.replace(oneWord(name), "[tên]");
}

/** "Nguyễn Văn A" also as "NGUYỄN VĂN A" and "nguyen van a", and only as words of their own. */
function withoutWholeName(text: string, name: string): string {
  const words = RegExp.escape(folded(name)).replace(/(?:\\x20|\s)+/g, "\\s+");
  const found = [...folded(text).matchAll(new RegExp(`(?<![\\p{L}\\d])${words}(?![\\p{L}\\d])`, "gu"))];
  const ends = found.map(({ index, 0: { length } }) => index + length);
  const before = found.map(({ index }, n) => `${text.slice(ends[n - 1] ?? 0, index)}[tên]`);
  return before.join("") + text.slice(ends.at(-1) ?? 0);
}

/** A name of one word is a common word too: it counts as written, with its capital, and not within a longer name. */
function oneWord(name: string): RegExp {
  const forms = [name, name.toLocaleUpperCase("vi")].map((form) => RegExp.escape(form)).join("|");
  return new RegExp(`(?<![\\p{L}\\d]|\\p{Lu}\\p{L}* )(?:${forms})(?![\\p{L}\\d]| \\p{Lu})`, "gu");
}

/** Letter by letter, so that what is found here stands at the same place in the text. */
function folded(text: string): string {
  return text.replace(/[^]/gu, (letter) => {
    const bare = foldTone(letter);
    return bare.length === letter.length ? bare : letter;
  });
}
