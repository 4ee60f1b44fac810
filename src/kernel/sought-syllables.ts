import { soughtWords } from "./sought-words.ts";
import { searchKey } from "./vietnamese-text.ts";

// A long text is found by its syllables, whole; only the last word that was typed may go on. Everything here is about
// keys (`searchKey`): syllables with one blank between them.

/** One way of writing a word: one syllable or several; `open` where its last one may have more letters. */
export type Way = { readonly key: string; readonly open: boolean };
/** A word that was typed, by the ways of which one must be there. */
export type SoughtWord = readonly Way[];

/** What was typed to be looked for in a long text, word by word; empty where it has neither letter nor figure. */
export function soughtSyllables(typed: string): SoughtWord[] {
  const words = soughtWords(typed);
  return words.map((ways, place) => {
    const [before, next] = [words[place - 1], words[place + 1]];
    const last = next === undefined;
    // A way may reach into the last word: "P. Tâ" is also "p ta".
    const reaches = (key: string) => place === words.length - 2 && next!.some((way) => key.endsWith(way));
    const keys = new Set([...ways, ...joined(before, ways), ...joined(ways, next)]);
    return [...keys].map((key) => ({
      key,
      open: last || reaches(key),
    }));
  });
}

/** "H leo", "M drak": a letter that was typed apart from the syllable to which its apostrophe binds it. */
function joined(letter: readonly string[] | undefined, syllable: readonly string[] | undefined): string[] {
  const one = letter && letterOf(letter);
  if (!one || syllable?.length !== 1) return [];
  const other = syllable[0]!;
  return other.includes(" ") ? [] : [one + other];
}

/** The one letter that a word is, be it that it may mean a kind of unit, too: "H Bĭa" is as well "huyện Bĭa". */
function letterOf(word: readonly string[]): string | undefined {
  const [only] = word.length === 1 ? word : [];
  return /^[a-z]$/.exec(only ?? "")?.[0] ?? word.map((way) => /^([pqxh]) \S/.exec(way)?.[1]).find(Boolean);
}

/** Whether what has that key is found by those words. */
export function hasSyllables(key: string, words: readonly SoughtWord[]): boolean {
  const text = ` ${key} `;
  return words.every((ways) => ways.some(({ key, open }) => text.includes(open ? ` ${key}` : ` ${key} `)));
}

/** The phrase that was typed, as one word. */
export const soughtPhrase = (typed: string): SoughtWord => [{ key: searchKey(typed), open: true }];

/** Whether whatever has a phrase has the word too: nothing need be asked for the word besides. */
export function isPartOf([phrase]: SoughtWord, ways: SoughtWord): boolean {
  const whole = ` ${phrase!.key}`;
  const before = `${whole.slice(0, whole.lastIndexOf(" "))} `;
  return ways.some(({ key, open }) => before.includes(` ${key} `) || (open && whole.endsWith(` ${key}`)));
}

/** A word longer than any syllable is known by so much of it. */
const KNOWN_BY = 64;
const known = (syllable: string) => [...syllable].slice(0, KNOWN_BY).join("");

const syllablesIn = (key: string) =>
  key
    .split(" ")
    .filter((syllable) => syllable !== "")
    .map(known);

const pairsIn = (syllables: readonly string[]) =>
  syllables.slice(1).map((syllable, place) => `~${syllables[place]} ${syllable}`);

/** By what a text with that key stands in the index: its syllables, and each with the one behind it. */
export function syllableKeys(key: string): string[] {
  const syllables = syllablesIn(key);
  return [...new Set([...syllables, ...pairsIn(syllables)])];
}

/** What of the index a way needs all of; what is `open` may go on. */
type Needed = { readonly key: string; readonly open: boolean };

function neededFor({ key, open }: Way): Needed[] {
  const syllables = syllablesIn(key);
  const keys = syllables.length > 1 ? pairsIn(syllables) : syllables;
  return keys.map((each, place) => ({ key: each, open: open && place === keys.length - 1 }));
}

const lexemeOf = ({ key, open }: Needed) => `'${key.replace(/['\\]/g, "$&$&")}'${open ? ":*" : ""}`;

/** The question to the index for whatever has one of some of its keys; there must be one. */
export const alternatives = (keys: readonly string[]): string =>
  keys.map((key) => lexemeOf({ key, open: false })).join(" | ");

/** The question to the index: whatever has all the words is in its answer, with little else. */
export function syllableQuery(words: readonly SoughtWord[]): string {
  const way = (each: Way) => neededFor(each).map(lexemeOf).join(" & ");
  return words.map((ways) => `(${ways.map(way).join(" | ")})`).join(" & ");
}

/**
 * The greatest share of all texts, from 0 to 1, that can have all the words: that of the rarest. `shareOf` says it of one
 * key of the index, or of all that begin so.
 */
export function greatestShare(
  words: readonly SoughtWord[],
  shareOf: (key: string, open: boolean) => number,
): number {
  const ofWay = (way: Way) => Math.min(...neededFor(way).map(({ key, open }) => shareOf(key, open)));
  const ofWord = (ways: SoughtWord) => ways.reduce((sum, way) => sum + ofWay(way), 0);
  return Math.min(1, ...words.map(ofWord));
}
