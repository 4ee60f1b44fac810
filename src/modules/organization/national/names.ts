import { APOSTROPHES, cleanText, foldTone } from "#kernel/vietnamese-text.ts";

const toneMarks = /[\u0300\u0301\u0303\u0309\u0323]/gu;
const apostrophes = new RegExp(`(?<!\\s)\\s*[${APOSTROPHES}]\\s*`, "gu");

/** The types a full name begins with, of both trees. */
const unitTypes = ["thành phố", "thị trấn", "đặc khu", "thị xã", "phường", "huyện", "quận", "tỉnh", "xã"];

/** The name as it is stored: clean text (NFC) with one space between words. All below expect it so. */
export function tidyName(text: string): string {
  return cleanText(text).replace(/\s+/gu, " ");
}

/** "Thị xã Chũ" → `{ type: "thị xã", bare: "Chũ" }`; a name without a known type keeps `type: ""`. */
export function splitType(name: string): { type: string; bare: string } {
  const lower = name.toLowerCase();
  const type = unitTypes.find((candidate) => lower.startsWith(`${candidate} `));
  if (type === undefined) return { type: "", bare: name };
  return { type, bare: name.slice(type.length + 1) };
}

/**
 * Equal for two spellings of one name: letter case, apostrophe and the place of the tone mark do not count
 * (Hoà = Hòa, Ea H'leo = Ea H’Leo), every letter and tone does (Hoằng Quỳ ≠ Hoằng Quý).
 */
export function spellingKey(name: string): string {
  const words = name.toLowerCase().replace(apostrophes, "'").split(" ");
  return words.map(toneLast).join(" ");
}

/** The syllables met so far: a few thousand make up all the names, each worked out once. */
const syllables = new Map<string, string>();

function toneLast(word: string): string {
  const known = syllables.get(word);
  if (known !== undefined) return known;
  const decomposed = word.normalize("NFD");
  const key = decomposed.replace(toneMarks, "") + (decomposed.match(toneMarks)?.join("") ?? "");
  syllables.set(word, key);
  return key;
}

/** Without tones and other marks: only for a match that is unique, since Sơn Hà and Sơn Hạ fold alike. */
export function foldedKey(name: string): string {
  return foldTone(name)
    .replace(/[^a-z0-9]+/gu, " ")
    .trim();
}

/** "Quận Đống Đa" → "quan-dong-da". */
export function slug(name: string): string {
  return foldedKey(name).replaceAll(" ", "-");
}
