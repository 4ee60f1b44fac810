import { expect, test } from "vitest";
import { codesMeant, matterCodeInput } from "./matter-code.ts";

test.each([
  ["MC-2020-0042", "MC-2020-0042"],
  ["MC–2020–0042", "MC-2020-0042"],
  ["MC\u2011 2020 — 0042 ", "MC-2020-0042"],
  ["mc 2020 0042", "mc-2020-0042"],
  ["MC20200042", "MC-2020-0042"],
  ["TQ-420190003", "TQ-4-2019-0003"],
  ["TQ-4-2019-0003", "TQ-4-2019-0003"],
  ["XĐ 2024-10042", "XĐ-2024-10042"],
  ["thôn 7", "thôn 7"],
])("%j is the code %s", (typed, code) => {
  expect(matterCodeInput.parse(typed)).toBe(code);
});

test("small letters are looked for as they are, then as capitals", () => {
  expect(codesMeant("mc-2020-0042")).toEqual(["mc-2020-0042", "MC-2020-0042"]);
  expect(codesMeant("MC-2020-0042")).toEqual(["MC-2020-0042"]);
});
