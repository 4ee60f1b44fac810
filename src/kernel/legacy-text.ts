import { legacyEncodings, legacyLetters, type LegacyEncoding } from "./legacy-tables.ts";
import { isVietnameseSyllable } from "./vietnamese-syllable.ts";

// Texts typed in fonts made before Unicode come in as other letters: "Céng hßa", "Coäng hoøa". They are recognised by
// this: what makes no syllable as it stands makes one when it is read as it was typed.

/** A word as such fonts write it: letters, and signs that stand for letters. */
const WORD = /[A-Za-z\u00a1-\u00ff\u0100-\u024f\u1e00-\u1eff]+/g;
/** Letters that no such font has. */
const UNICODE = /[\u0100-\u024f\u1e00-\u1eff]/;
const BEYOND_ASCII = /[\u00a1-\u00ff]/;
/** What Vietnamese that is Unicode has of those signs; any other tells of a font. */
const USUAL = /^[A-Za-zàáâãèéêìíòóôõùúýÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝ]+$/;

/**
 * What no language writes in a word, so that one word is enough: a sign or a capital behind a small letter ("V¨n", "NguyÔn",
 * "§øc"); two of the signs that VNI writes behind a letter, or one behind its Đ ("Ñöùc", "Traàn"). "Loïc" and "Naïm" are names.
 */
const tellsAlone: Readonly<Record<LegacyEncoding, RegExp>> = {
  tcvn3:
    /[A-Za-z][\u00a1-\u00a9\u00ab-\u00b1\u00b4\u00b6-\u00b8\u00bb\u00be][A-Za-z]|[\u00a1-\u00a9][a-z\u00df-\u00ff]|[a-z][\u00c6-\u00d6\u00d8-\u00de]/,
  vni: /[aeo][âáàåãä][a-z]?$|[aeo][âáàåãä](?:n|m|ng|nh|c|t|p|u|y|i)$|[öô][ùøûõï]|[Ññ][aeiouyöô]/,
};

/** Words as long as any are looked at; a text is judged by its first thousands of them. */
const MOST_WORDS = 5000;

/** The encoding of a text as it was pasted, before anything is cleaned off it; null for Unicode and other languages. */
export function legacyEncoding(text: string): LegacyEncoding | null {
  if (!BEYOND_ASCII.test(text)) return null;
  const scores = text.split(/\r\n?|\n/).map(scoresOf);
  const found = legacyEncodings.map((encoding, index) => ({
    encoding,
    words: Math.max(0, ...scores.map((line) => line[index]!)),
  }));
  const [best] = found.toSorted((one, other) => other.words - one.words);
  return best!.words > 0 ? best!.encoding : null;
}

/** For each encoding how many words of a line speak for it; 0 where the line is not in it. */
function scoresOf(line: string): number[] {
  if (!mayBeLegacy(line)) return legacyEncodings.map(() => 0);
  const words = new Set((line.match(WORD) ?? []).slice(0, MOST_WORDS));
  // A word of signs alone may be none.
  const strange = [...words].filter(
    (word) => BEYOND_ASCII.test(word) && /[A-Za-z]/.test(word) && !isVietnameseSyllable(word),
  );
  return legacyEncodings.map((encoding) => {
    const read = strange.filter((word) => isVietnameseSyllable(inUnicode(word, encoding)));
    const alone = read.some((word) => tellsAlone[encoding].test(word));
    const together = read.length >= 2 && read.some((word) => !USUAL.test(word));
    return (alone || together) && read.length >= strange.length * 0.8 ? read.length : 0;
  });
}

const mayBeLegacy = (line: string) => BEYOND_ASCII.test(line) && !UNICODE.test(line);

/**
 * The text in Unicode. A line with letters of Unicode stays as it is, and so does a word that is no syllable when it is
 * read so: nothing is lost.
 */
export function fromLegacy(text: string, encoding: LegacyEncoding): string {
  return text
    .split(/(\r\n?|\n)/)
    .map((line) => (mayBeLegacy(line) ? lineInUnicode(line, encoding) : line))
    .join("");
}

function lineInUnicode(line: string, encoding: LegacyEncoding): string {
  // The capitals of TCVN3 are another font: only the letters beside them tell that a line is in capitals.
  const isCapital = (written: string) =>
    encoding === "tcvn3" && /[A-Z]/.test(written) && !/[a-z]/.test(written);
  const isTitle = isCapital(line);
  return line.replace(WORD, (word) => {
    const read = inUnicode(word, encoding);
    if (!BEYOND_ASCII.test(word) || !(isVietnameseSyllable(read) || isNoWordElse(word))) return word;
    return isTitle || isCapital(word.slice(1)) ? read.toUpperCase() : read;
  });
}

/** Signs that no language writes within a word, or an abbreviation: "H§ND", "HÑND". */
const isNoWordElse = (word: string) =>
  (/[A-Za-z]/.test(word) && /[\u00a1-\u00bf]/.test(word)) ||
  (/^[^a-z]+$/.test(word) && /[A-Z]{2}/.test(word));

function inUnicode(word: string, encoding: LegacyEncoding): string {
  const letters = legacyLetters[encoding];
  let read = "";
  for (let at = 0; at < word.length;) {
    const pair = letters.get(word.slice(at, at + 2));
    read += pair ?? letters.get(word[at]!) ?? word[at]!;
    at += pair === undefined ? 1 : 2;
  }
  return read;
}
