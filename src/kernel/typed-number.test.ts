import { describe, expect, test } from "vitest";
import { isUnclearNumber, readTypedNumber } from "./typed-number.ts";

describe("a whole number as people type it", () => {
  test.each([
    ["15", 15],
    [" 1450 ", 1450],
    ["1.450", 1450],
    ["1 450", 1450],
    ["1\u{a0}450", 1450],
    ["1\u{202f}450", 1450],
    ["12.345.678", 12_345_678],
    ["007", 7],
    ["-3", -3],
    ["−1.450", -1450],
    ["9".repeat(30), Number.MAX_SAFE_INTEGER],
  ])("%j is %d", (typed, number) => {
    expect(readTypedNumber(typed)).toBe(number);
    expect(isUnclearNumber(typed)).toBe(false);
  });

  test.each([
    "1.45",
    "1,450",
    "1450,0",
    "1.450,5",
    "1.4500",
    "0.450",
    "1 45",
    "1.450 200",
    "1..450",
    ".450",
    "12,5",
  ])("%j may be one or another: nobody guesses", (typed) => {
    expect(readTypedNumber(typed)).toBe(null);
    expect(isUnclearNumber(typed)).toBe(true);
  });

  test.each(["", "bốn", "15 người", "1e3", "0x10", "17/2", "+5", "- 3"])("%j is none", (typed) => {
    expect(readTypedNumber(typed)).toBe(null);
    expect(isUnclearNumber(typed)).toBe(false);
  });
});
