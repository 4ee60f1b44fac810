// Typed, pasted and imported Vietnamese arrives composed and decomposed, with invisible marks in it.
// It is brought to one form on the way in, so that equality, search and sorting can trust what is stored.

/** Zero-width spaces and joiners, soft hyphen, byte order mark, bidirectional controls: seen by nobody, able to deceive. */
const INVISIBLE =
  /[\u00ad\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/g;
/** A joiner holds a picture of several together (👨‍👩‍👧) and belongs to it; anywhere else it is but invisible. */
const JOINER =
  /(?<!\p{Extended_Pictographic}\ufe0f?|\p{Emoji_Modifier})\u200d|\u200d(?!\p{Extended_Pictographic})/gu;
const LINE_BREAK = /\r\n?|[\u0085\u2028\u2029]/g;
const SPACE = /[\t\u00a0\u2000-\u200a\u202f\u205f\u3000]/g;
/** Word writes the marks of its lists in fonts of symbols, which no other font shows: they become dashes. */
const SYMBOL_BULLET = /^([ ]*)[\uf076\uf0a7\uf0a8\uf0b7\uf0d8\uf0e0\uf0fc][ ]*/gm;
const NO_BREAK_HYPHEN = /[\u001e\u2011]/g;
/** More marks on one letter than any writing has (UAX #15 allows for thirty): put in order they cost their square. */
const EXCESS_MARKS = /(\p{M}{30})\p{M}+/gu;
/** Without the line feed, which is kept; with the two characters that no XML may hold. */
const CONTROL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\ufffe\uffff]/g;

/**
 * The one stored form of a text: NFC, line breaks as "\n", without invisible, bidirectional and control
 * characters, trimmed at both ends. Inner spaces and tone marks are the writer's and stay as they are.
 */
export function cleanText(text: string): string {
  return cleanPart(text).trim();
}

/** A part of a longer text in the stored form; the spaces at its ends belong to it. */
export function cleanPart(text: string): string {
  return text
    .replace(LINE_BREAK, "\n")
    .replace(SPACE, " ")
    .replace(NO_BREAK_HYPHEN, "-")
    .replace(INVISIBLE, "")
    .replace(JOINER, "")
    .replace(CONTROL, "")
    .replace(SYMBOL_BULLET, "$1- ")
    .replace(EXCESS_MARKS, "$1")
    .toWellFormed()
    .normalize("NFC");
}

/** The text composed (NFC); nothing else of it changes, however many marks stand on a letter. */
export function composed(text: string): string {
  return text.replace(EXCESS_MARKS, "$1").normalize("NFC");
}

/** The text as it begins a line or a sentence: "ngày 01 tháng 7" → "Ngày 01 tháng 7". */
export function capitalised(text: string): string {
  return text.charAt(0).toLocaleUpperCase("vi") + text.slice(1);
}

/** The marks that stand on Latin letters. Those of other scripts are letters of their own and stay. */
const MARK = /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]/g;
/** Letters with a stroke or a hook are no letter with a mark to Unicode; Ê-đê, M'nông and careless fonts have them. */
const STROKED = "đðɖɗƀɓƚłŧħøıɨʉς";
const PLAIN = "ddddbbllthoiiuσ";
const plainOf = new Map([...STROKED].map((letter, index) => [letter, PLAIN[index]!]));
const STROKED_LETTER = new RegExp(`[${STROKED}]`, "g");

/** The text as it is typed without tone marks, in lower case: "Đường Thổ Quan" → "duong tho quan"; "Êƀan" → "eban". */
export function foldTone(text: string): string {
  return text
    .replace(EXCESS_MARKS, "$1")
    .normalize("NFD")
    .replace(MARK, "")
    .toLowerCase()
    .replace(STROKED_LETTER, (letter) => plainOf.get(letter)!);
}

/** The signs that people and programs use for the one in "Ea H'leo", "M'Drắk". */
export const APOSTROPHES = "'’‘‛ʼʻʽʹ´`′＇";
const APOSTROPHE = new RegExp(`[${APOSTROPHES}]`, "g");
const SIGN =
  /[\u0000-&(-/:-`{-\u00bf\u00d7\u00f7\u02c0-\u02ff\u1680\u2000-\u2bff\u3000-\u303f\ufe10-\ufe6f\uff00-\uff0f\ufeff\ufffd]+/g;
/** The consonant before an apostrophe belongs to the syllable behind it, whatever blanks were left between them. */
const BEGINNING = /(^| )([a-z]) ?' ?(?=[a-z])/g;
const I_OR_Y = /([bcdfghjklmnprstvxz]|qu)y/g;

/**
 * What a text is looked for by: equal for all ways in which people and programs write the same. Marks, capitals, signs,
 * blanks, the kind of dash and apostrophe do not count, nor does i or y ("Quý" = "Quí"): "Ea H’leo" → "ea hleo",
 * "41/TB–UBND" → "41 tb ubnd". The function `search_key` of the database is the same, letter by letter.
 */
export function searchKey(text: string): string {
  // Decomposed, an acute accent that stands alone is a blank with a mark; "ŉ" on the other hand has an apostrophe in it.
  return foldTone(
    text.replace(EXCESS_MARKS, "$1").replaceAll("´", "'").normalize("NFKD").replace(APOSTROPHE, "'"),
  )
    .replace(SIGN, " ")
    .replace(BEGINNING, "$1$2")
    .replaceAll("'", "")
    .replace(I_OR_Y, "$1i")
    .trim();
}

/** The key of a code or number, which people write with other signs or without any: "MC-2020-0042" → "mc20200042". */
export function codeKey(code: string): string {
  return searchKey(code).replaceAll(" ", "");
}

export function isNfc(text: string): boolean {
  return text === text.normalize("NFC");
}
