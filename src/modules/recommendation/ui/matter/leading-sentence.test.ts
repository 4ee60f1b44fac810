import { expect, test } from "vitest";
import { leadingSentence, openingWords } from "./leading-sentence.ts";

test.each([
  ["Đề nghị lắp đèn ngõ 5. Bà con đi lại khó.", "Đề nghị lắp đèn ngõ 5. Bà con đi lại khó."],
  ["  Đề nghị lắp đèn.\nĐã nêu hai lần.", "Đề nghị lắp đèn."],
  [`Đề nghị sửa đường liên thôn. ${"Đường hỏng nặng ".repeat(12)}`, "Đề nghị sửa đường liên thôn."],
  [`Đề nghị ${"sửa đường ".repeat(20)}`, `Đề nghị ${"sửa đường ".repeat(15)}`.trimEnd() + "…"],
])("%s leads with %s", (text, sentence) => expect(leadingSentence(text)).toBe(sentence));

test.each([
  ["Nâng cấp đường thôn Thượng", "Nâng cấp đường thôn Thượng"],
  ["  Vá đường.\nLàm rãnh.", "Vá đường."],
  [`Nâng cấp ${"đường liên thôn ".repeat(9)}`, "Nâng cấp đường liên thôn đường liên thôn đường…"],
  ["x".repeat(300), `${"x".repeat(25)}…`],
])("%s begins with %s", (text, words) => expect(openingWords(text)).toBe(words));
