import { cleanText, searchKey } from "./vietnamese-text.ts";

/** What people write short, and what they mean by it: each is found by the other. */
const shortened: Readonly<Record<string, readonly string[]>> = {
  ubnd: ["uy ban nhan dan"],
  hdnd: ["hoi dong nhan dan"],
  mttq: ["mat tran to quoc"],
  hcm: ["ho chi minh"],
  tphcm: ["thanh pho ho chi minh"],
  tp: ["thanh pho"],
  tx: ["thi xa"],
  tt: ["thi tran", "trung tam"],
  tdp: ["to dan pho"],
  kp: ["khu pho"],
  kdc: ["khu dan cu"],
  "d c": ["dong chi"],
};
/** A letter means a kind of unit only before what is its name: "P. Tân Phú", "Q3", "X Mỹ Hưng". */
const kinds: Readonly<Record<string, string>> = { p: "phường", q: "quận", x: "xã", h: "huyện" };

const ABBREVIATED = /(?<![\p{L}\p{N}'’])(?:(tp|tx|tt|tdp|kp|[pqxh])(?:\.|(?=\d)))/giu;
const CAPITAL_ALONE = /(?<![\p{L}\p{N}'’])([PQXH])(?= )/gu;
const KIND_FIRST = /^([PQXH])(?:\.| |(?=\d)) */i;

/** The key of a unit's name, its kind written out: "P. Tân Phú" → "phuong tan phu". */
export function unitKey(name: string): string {
  return searchKey(name.replace(KIND_FIRST, (_, letter: string) => `${kinds[letter.toLowerCase()]} `));
}

/**
 * What was typed into a search, word by word; for each word the keys of which one must be in the key of what is found.
 * Empty where what was typed has neither letter nor figure.
 */
export function soughtWords(typed: string): string[][] {
  const tokens = cleanText(typed)
    .replace(ABBREVIATED, "$1. ")
    .replace(CAPITAL_ALONE, "$1. ")
    .split(/\s+/)
    .filter((token) => searchKey(token) !== "");
  const keys = tokens.map(searchKey);
  const words: string[][] = [];
  for (let place = 0; place < tokens.length;) {
    const long = longFormAt(keys, place);
    words.push(long ?? waysOf(tokens[place]!, keys[place]!, keys[place + 1]));
    place += long ? long[0]!.split(" ").length : 1;
  }
  return words;
}

/** Whether what has that key is found by those words; one letter or figure alone begins a word. */
export function isSought(key: string, words: readonly (readonly string[])[]): boolean {
  return words.every((ways) =>
    ways.some((way) => (way.length === 1 ? ` ${key}`.includes(` ${way}`) : key.includes(way))),
  );
}

/** The words from there on, where they are what people write short, and how they do. */
function longFormAt(keys: readonly string[], place: number): string[] | null {
  for (const [short, longs] of Object.entries(shortened)) {
    const long = longs.find((each) => keys.slice(place, place + each.split(" ").length).join(" ") === each);
    if (long) return [long, short];
  }
  return null;
}

function waysOf(token: string, key: string, next: string | undefined): string[] {
  if (/^[pqxh]\.$/i.test(token) && next) return [searchKey(kinds[key]!), `${key} ${next}`, key + next];
  if (shortened[key]) return [...shortened[key], key];
  const code = CODE.exec(key);
  if (code) return [...new Set([key, code.slice(1).join(" ")])];
  return key.includes(" ") && /\d/.test(key) ? [key, key.replaceAll(" ", "")] : [key];
}

/** The code of a matter without its dashes: unit, year, number. */
const CODE = /^([a-z\d ]+?) ?((?:19|20)\d\d) ?(\d{4})$/;
