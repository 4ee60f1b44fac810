const toneMarks = /[\u0300\u0301\u0303\u0309\u0323]/gu;
const allMarks = /[\u0300-\u036f]/gu;
const apostrophes = /\s*['’ʼ`]\s*/gu;

const plainWord = /^[a-z0-9]*$/u;

/** Longest first: "thị xã" must be tried before "xã" would be. */
const unitTypes = ["thành phố", "thị trấn", "đặc khu", "thị xã", "phường", "huyện", "quận", "tỉnh", "xã"];

/** The name as it is stored: NFC, one space between words, no space at the ends. */
export function tidyName(text: string): string {
  return text.normalize("NFC").trim().replace(/\s+/gu, " ");
}

/** "Thị xã Chũ" → `{ type: "thị xã", bare: "Chũ" }`; a name without a known type keeps `type: ""`. */
export function splitType(name: string): { type: string; bare: string } {
  const tidy = tidyName(name);
  const lower = tidy.toLowerCase();
  const type = unitTypes.find((candidate) => lower.startsWith(`${candidate} `));
  if (type === undefined) return { type: "", bare: tidy };
  return { type, bare: tidy.slice(type.length + 1) };
}

/**
 * Equal for two spellings of one name: letter case, apostrophe and the place of the tone mark do not count
 * (Hoà = Hòa, Ea H'leo = Ea H’Leo), every letter and tone does (Hoằng Quỳ ≠ Hoằng Quý).
 */
export function spellingKey(name: string): string {
  const words = tidyName(name).toLowerCase().replace(apostrophes, "'").split(" ");
  return words.map(toneLast).join(" ");
}

function toneLast(word: string): string {
  if (plainWord.test(word)) return word;
  const decomposed = word.normalize("NFD");
  return decomposed.replace(toneMarks, "") + (decomposed.match(toneMarks)?.join("") ?? "");
}

/** Without tones and other marks: only for a match that is unique, since Sơn Hà and Sơn Hạ fold alike. */
export function foldedKey(name: string): string {
  const plain = name.normalize("NFD").replace(allMarks, "").toLowerCase().replaceAll("đ", "d");
  return plain.replace(/[^a-z0-9]+/gu, " ").trim();
}

/** "Quận Đống Đa" → "quan-dong-da". */
export function slug(name: string): string {
  return foldedKey(name).replaceAll(" ", "-");
}
