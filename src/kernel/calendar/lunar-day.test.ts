import { expect, test } from "vitest";
import { lunarDay, lunarNewYear } from "./lunar-day.ts";

test.each([
  [2007, "2007-02-17"], // 18 February in China
  [2019, "2019-02-05"],
  [2026, "2026-02-17"],
  [2027, "2027-02-06"],
  [2030, "2030-02-02"], // 3 February in China
  [2033, "2033-01-31"],
])("Tết of %i begins on %s", (year, day) => expect(lunarNewYear(year)).toBe(day));

test.each([
  [2026, "2026-04-26"],
  [2050, "2050-04-01"], // the new moon of that month falls after midnight here
])("the tenth of the third month of %i is %s", (year, day) => expect(lunarDay(10, 3, year)).toBe(day));

test("of a year that no table has nothing is said", () =>
  expect([lunarNewYear(1199), lunarNewYear(2200)]).toEqual([null, null]));
