import { describe, expect, test } from "vitest";
import { monthsBetween, weeksOf } from "./month.ts";

describe("the weeks of a month", () => {
  test("February 2027 fills four weeks exactly, from Monday to Sunday", () => {
    expect(weeksOf("2027-02")).toHaveLength(4);
    expect(weeksOf("2027-02").flat()).not.toContain(null);
  });

  test("29 February stands under its weekday", () => {
    expect(weeksOf("2024-02").at(-1)).toEqual([
      "2024-02-26",
      "2024-02-27",
      "2024-02-28",
      "2024-02-29",
      null,
      null,
      null,
    ]);
  });

  test("a month that begins on a Sunday begins at the end of its first week", () => {
    expect(weeksOf("2026-02")[0]).toEqual([null, null, null, null, null, null, "2026-02-01"]);
  });
});

test("months are listed over the turn of the year, also when counting went backward", () => {
  expect(monthsBetween("2025-12-30", "2026-02-03")).toEqual(["2025-12", "2026-01", "2026-02"]);
  expect(monthsBetween("2026-02-03", "2026-01-27")).toEqual(["2026-01", "2026-02"]);
});
