import { expect, test } from "vitest";
import { choiceMeant, choicesLike } from "./choice-match.ts";

const villages = [
  { code: "X-1", name: "Thôn Đông" },
  { code: "X-2", name: "Thôn Đoài" },
  { code: "X-3", name: "Thôn Đông Giang 3" },
  { code: "X-13", name: "Thôn Đông Giang 13" },
  { code: "X-4", name: "Khu phố Hạ" },
];

test.each([
  ["doai", ["X-2"]],
  ["Đoài", ["X-2"]],
  ["thon dong", ["X-1", "X-3", "X-13"]],
  ["dong thon", ["X-1", "X-3", "X-13"]],
  ["giang 3", ["X-3"]],
  ["dg 3", ["X-3"]],
  ["kp ha", ["X-4"]],
  ["HẠ", ["X-4"]],
  ["x-4", ["X-4"]],
  ["bắc", []],
])("“%s” finds %j", (typed, codes) => {
  expect(choicesLike(villages, typed).map(({ code }) => code)).toEqual(codes);
});

test.each([
  ["its whole name, though others begin so", "thon dong", "X-1"],
  ["its code", "x-13", "X-13"],
  ["the only one like it", "ha", "X-4"],
  ["several may be meant", "giang", null],
  ["none is like it", "bắc", null],
  ["nothing was typed", "  ", null],
])("%s", (_, typed, code) => expect(choiceMeant(villages, typed)).toBe(code));

test("where there are too many to choose from, what was typed is the code", () => {
  expect(choiceMeant([], " QN-0001 ")).toBe("QN-0001");
});
