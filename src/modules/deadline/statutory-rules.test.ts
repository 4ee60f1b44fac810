import { expect, test } from "vitest";
import { ruleProblem } from "./rule.ts";
import { placedRules, STATUTORY_RULES } from "./statutory-rules.ts";

const placed = placedRules(STATUTORY_RULES, new Map([["HD", "unit-hai-duong"]]));

test("every published rule is sound, and no code stands twice", () => {
  expect(placed.map(ruleProblem)).toEqual(placed.map(() => null));
  expect(new Set(placed.map((rule) => rule.code)).size).toBe(STATUTORY_RULES.length);
});

test.each([
  ["announce", 7, "calendar_day", "backward", "conference", "law"],
  ["publish_results", 10, "calendar_day", "forward", "conference", "law"],
  ["written_reply", 15, "calendar_day", "forward", "conference", "provincial"],
  ["word_of_party_head", 10, "working_day", "forward", "receipt", "central_party"],
  ["notice_of_conclusion", 5, "working_day", "forward", "conference", "product_default"],
])("%s: %i %s %s from %s, by %s", (purpose, amount, unit, direction, start, rank) => {
  expect(placed.filter((rule) => rule.purpose === purpose)).toEqual([
    expect.objectContaining({ amount, unit, direction, start, rank }),
  ]);
});

test("the reply rule of Hải Dương holds in Hải Dương only", () => {
  expect(placed.filter((rule) => rule.territory !== null).map((rule) => rule.territory)).toEqual([
    "unit-hai-duong",
  ]);
});

test("and so it does where Hải Dương came with the national load, under that load's code", () => {
  const national = placedRules(STATUTORY_RULES, new Map([["hai-duong-2025", "unit-hai-duong"]]));
  expect(national).toEqual(placed);
});
