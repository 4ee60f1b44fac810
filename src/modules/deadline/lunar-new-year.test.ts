import { lunarNewYear } from "#kernel/calendar/lunar-new-year.ts";
import { expect, test } from "vitest";
import { proposeYear } from "./proposal.ts";

test.each([
  [2019, "2019-02-05"],
  [2026, "2026-02-17"],
  [2027, "2027-02-06"],
  [2033, "2033-01-31"],
])("Tết of %i begins on %s", (year, day) => expect(lunarNewYear(year)).toBe(day));

const some = [1990, 2000, 2010, ...Array.from({ length: 17 }, (_, at) => 2019 + at), 2050, 2075, 2100];

test.each(some)("of %i the table says what the calendar of holidays says", (year) => {
  const tet = proposeYear(year).days.filter(({ name }) => name === "Tết Nguyên đán");
  // Five days, of which one or two come before the new year.
  expect([1, 2]).toContain(tet.findIndex(({ date }) => date === lunarNewYear(year)));
});

test("it ends where it says so", () =>
  expect([lunarNewYear(1989), lunarNewYear(2101)]).toEqual([null, null]));
