import { expect, test } from "vitest";
import { joinedWords } from "./joined-words.ts";

const joinedIn = (text: string) => joinedWords(text).flatMap((part) => (part.joined ? [part.text] : []));

test.each([
  ["theo Hướng dẫn 89/HD-MTTQ-BTT ngày 02/03", ["89/HD-MTTQ-BTT"]],
  ["Số: 12-TB/ĐU, số 13/UBND-VP.", ["12-TB/ĐU", "13/UBND-VP."]],
  ["Văn Miếu - Quốc Tử Giám", []],
  ["- Lưu: VT-LT", ["VT-LT"]],
  ["không có gì", []],
  [`${"a".repeat(20)}-${"b".repeat(20)}`, []],
])("%s keeps together %o", (text, words) => {
  expect(joinedIn(text)).toEqual(words);
  expect(
    joinedWords(text)
      .map((part) => part.text)
      .join(""),
  ).toBe(text);
});
