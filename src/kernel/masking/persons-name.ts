import { composed } from "#kernel/vietnamese-text.ts";
import {
  apostrophes,
  capitalWord,
  families,
  nameWord,
  noName,
  otherFamilies,
  smallFamilies,
  titles,
} from "./name-parts.ts";

const further = (word: string, least: number) => `(?:\\s+${word}){${least},4}`;
const upper = (words: string) => words.toLocaleUpperCase("vi");
const begun = (words: string) =>
  words.replace(/(^|\|)(\p{L})/gu, (_, bar: string, letter: string) => bar + letter.toLocaleUpperCase("vi"));
/** Written with capitals these begin what somebody is, too. */
const noPerson = `(?!(?:${noName}|Đoàn Thanh|Đoàn Viên|Y Sĩ|Y Tá|Y Tế|Thành Viên|Viên Chức)(?![\\p{L}\\d]))`;

const called = [
  `(?:${titles}|${begun(titles)})\\s+${noPerson}${nameWord}${further(nameWord, 0)}`,
  `(?:${families})${further(nameWord, 1)}`,
  `${noPerson}(?:${otherFamilies})${further(nameWord, 2)}`,
  `\\p{Lu}[${apostrophes}]\\p{L}+${further(nameWord, 0)}`,
  `(?:${upper(titles)})\\s+${capitalWord}${further(capitalWord, 0)}`,
  `(?:${upper(families)})${further(capitalWord, 1)}`,
  `(?:${smallFamilies})\\s+(?:văn|thị)(?:\\s+\\p{L}+){1,3}`,
].map((pattern) => new RegExp(`^(?:${pattern})$`, "u"));

/**
 * Whether words are the name of a person and nothing else, and not what somebody is: "Nguyễn Văn Thử", "bà Hai", "H'Bĭa Niê",
 * not "Bí thư chi bộ". Of a name that is also another word, "Hoa" or "Cao Bằng", it is not said that it is one.
 */
export function isPersonsName(words: string): boolean {
  const name = composed(words.trim());
  return name.length <= 100 && called.some((pattern) => pattern.test(name));
}
