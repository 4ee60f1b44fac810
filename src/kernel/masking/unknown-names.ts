import { composed } from "#kernel/vietnamese-text.ts";
import {
  apart,
  apostrophes,
  bareFamilies,
  capitalWord,
  families,
  nameWord,
  noName,
  notBehindShort,
  otherFamilies,
  placeNouns,
  placesLikePeople,
  smallFamilies,
  titles,
} from "./name-parts.ts";

// Names of people whom nobody has told us of: by how they are called, how they introduce themselves, how names begin.

const end = String.raw`(?![\p{L}\d])`;
const further = (least: number) => `(?:\\s{1,3}${nameWord}){${least},4}`;
const begun = (words: string) =>
  words.replace(/(^|\|)(\p{L})/gu, (_, bar: string, letter: string) => bar + letter.toLocaleUpperCase("vi"));
const eitherCase = (words: string) => `(?:${words}|${begun(words)})`;
const upper = (words: string) => words.toLocaleUpperCase("vi");
const noOffice = `(?!(?:${noName})${end})`;
const name = `${nameWord}(?:\\s{1,3}${nameWord}){0,4}`;

const introductions =
  "tôi tên|tôi tên là|tên tôi là|tên là|tôi là|em là|cháu là|con là|họ tên|họ và tên|chủ hộ|chủ hộ là|hộ|hộ nghèo|gia đình|gia đình hộ nghèo|gia đình chính sách|vợ tôi là|chồng tôi là|con trai tôi là|con gái tôi là|mẹ tôi là|bố tôi là|công dân|cử tri";

/** Each finds a name behind what introduces it, its first group, which stays. */
const introduced = [
  // "tôi tên là …", "chủ hộ …": whoever is introduced so may begin with any word.
  `(${eitherCase(introductions)}\\s{0,3}:?\\s{1,3})${noOffice}${nameWord}${further(1)}`,
  // "bà Phạm Thị Lý", "anh K’Brơi"; an office held is no name.
  `((?:${titles})\\s{1,3})${noOffice}${name}`,
  `((?:${titles}|${begun(titles)}|${upper(titles)})\\s{1,3})(?!${upper(noName)})${capitalWord}(?:\\s{1,3}${capitalWord}){1,4}`,
  `((?:[Tt]ôi tên|[Tt]ên tôi|[Tt]oi ten|[Tt]en toi)(?:\\s{1,3}(?:là|la))?\\s{1,3})(?!là\\s|la\\s)\\p{Ll}+(?:\\s{1,3}\\p{Ll}+){1,2}${end}`,
  // Typed without capitals, or without tone marks as well, with the middle name that only people have.
  `()(?:(?:${smallFamilies})\\s{1,3}(?:văn|thị)\\s{1,3}\\p{L}+|(?:${bareFamilies})\\s{1,3}(?:van|thi)\\s{1,3}[a-z]+)${end}`,
].map((pattern) => new RegExp(apart + pattern, "gu"));

/** Each finds a name that may be a place's. */
const perhapsPlaces = [
  `((?:${begun(titles)})\\s{1,3})${noOffice}${name}`,
  // "H'Bĭa Niê", "K’Brơi", "Y Blŏk Êban".
  `()(?:[HKR][${apostrophes}]\\p{L}\\p{Ll}+|Y\\s{1,3}\\p{Lu}\\p{Ll}*[ŏĕĭŭčñêơô]\\p{Ll}*)${end}${further(0)}`,
  // "Nguyễn Văn A", "Ksor Hlip".
  `()(?:${families})${further(1)}`,
  `()(?:Danh|Thị|Y)\\s{1,3}(?!(?:${notBehindShort})${end})\\p{Lu}\\p{Ll}+${end}${further(0)}`,
  // What begins like other words too: three words are a name, "Hà Văn Bình", where "Hà Giang" is a place.
  `()(?:${otherFamilies})(?!\\s{1,3}(?:${noName}|Thanh|Thể|Toàn|Kiểm))${further(2)}`,
  `()(?:${upper(families)}|${upper(otherFamilies)})(?:\\s{1,3}${capitalWord}){2,4}`,
].map((pattern) => new RegExp(apart + pattern, "gu"));

const famousPlace = new RegExp(`^(?:${placesLikePeople})${end}`, "u");
/** The words before a name that is a place's, alone or as one of several: "đường Lê Lợi, Trần Phú". */
const placeBefore = new RegExp(
  `${apart}(?:${eitherCase(placeNouns)}|${upper(placeNouns)}|Ea|Cư|Đắk|Đăk|Đak|Ia|Krông|Chư)\\s{1,3}(?:${name}(?:\\s{0,3}[,–-]\\s{0,3}|\\s{1,3}và\\s{1,3})){0,4}$`,
  "u",
);
const farBefore = 120;

function isPlace(text: string, found: string, at: number): boolean {
  return famousPlace.test(found) || placeBefore.test(text.slice(Math.max(0, at - farBefore), at));
}

/** A text with "[tên]" where it seems to name somebody. Its letters are composed (NFC). */
export function withoutUnknownNames(text: string): string {
  const plain = introduced.reduce((words, pattern) => words.replace(pattern, "$1[tên]"), text);
  return perhapsPlaces.reduce(
    (words, pattern) =>
      words.replace(pattern, (found: string, before: string, at: number) =>
        isPlace(words, found, at) ? found : `${before}[tên]`,
      ),
    plain,
  );
}

const suspicious = [
  `${apart}(?:${families}|${otherFamilies})\\s{1,3}\\p{Lu}`,
  `${apart}(?:${upper(families)}|${upper(otherFamilies)})\\s{1,3}\\p{Lu}`,
  `\\p{Lu}[${apostrophes}]\\p{L}`,
].map((pattern) => new RegExp(pattern, "u"));
/** Two words with capitals, the first of them no word for a place. */
const twoCapitals = new RegExp(
  `${apart}(?!(?:${begun(placeNouns)})${end})${nameWord}\\s{1,3}${nameWord}`,
  "gu",
);

/** Whether somebody may be named without a title: a place may be called after a person too, which whoever reads it sees. */
export function mayNameSomebody(text: string): boolean {
  const words = composed(text);
  if (suspicious.some((pattern) => pattern.test(words))) return true;
  return words.matchAll(twoCapitals).some(({ 0: found, index }) => !isPlace(words, found, index));
}
