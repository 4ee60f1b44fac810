import { describe, expect, test } from "vitest";
import { isRealDay } from "./input.ts";

describe("isRealDay", () => {
  test.each(["2024-02-29", "2020-12-31", "0001-01-01", "9999-12-31"])("%s is a day", (day) =>
    expect(isRealDay(day)).toBe(true),
  );

  test.each([
    "2025-02-29",
    "2020-02-31",
    "0000-01-01",
    "0000-12-31",
    "2020-1-5",
    "31/12/2020",
    "-000001-01-01",
    "",
  ])("%j is none", (day) => expect(isRealDay(day)).toBe(false));
});
