import { expect, test } from "vitest";
import { dayNameWord } from "./day-names.ts";
import { proposeYear } from "./proposal.ts";

test.each([2024, 2026, 2028])("every day that is proposed for %i has its name in English", (year) => {
  const names = [...new Set(proposeYear(year).days.map(({ name }) => name))];
  expect(names.filter((name) => dayNameWord(name, "en") === name)).toEqual([]);
  expect(names.map((name) => dayNameWord(name, "vi"))).toEqual(names);
});

test("a day that somebody added keeps its own words", () =>
  expect(dayNameWord("Nghỉ bão", "en")).toBe("Nghỉ bão"));
