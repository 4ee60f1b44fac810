import { expect, test } from "vitest";
import { optionalOf } from "#kernel/input.ts";
import { isPhone, phoneInput } from "./phone.ts";

test.each([
  "0912345678",
  "0912 345 678",
  "0912.345.678",
  "+84 912 345 678",
  "84912345678",
  "+84 (0) 912 345 678",
  "(024) 3825-1234",
  "0203 3881 234",
  "1900 1234",
  "1800 599920",
])("%s is a telephone number", (text) => {
  expect(isPhone(text)).toBe(true);
});

test.each([
  "abc",
  "0912",
  "091234567a",
  "0012345678",
  "912345678901234",
  "+1 202 555 0143",
  "09123456789012",
])("%s is none", (text) => {
  expect(isPhone(text)).toBe(false);
});

test("it is kept as it was typed, and may be left out", () => {
  expect(optionalOf(phoneInput).parse(" 0912.345.678 ")).toBe("0912.345.678");
  expect(optionalOf(phoneInput).parse("  ")).toBeUndefined();
});
