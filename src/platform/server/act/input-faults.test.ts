import { wholeNumber, yearInput } from "#kernel/input.ts";
import { describe, expect, test } from "vitest";
import type { z } from "zod";
import { inputFaults } from "./input-faults.ts";

const sentenceOf = (schema: z.ZodType, value: unknown) => {
  const { error } = schema.safeParse(value, { reportInput: true });
  return error && inputFaults(error)[0]!.vi;
};

describe("a year that is none", () => {
  test.each(["99999", "1", "2026.", "năm 2026", "99999999999999999999", "2026,5"])("%s", (typed) =>
    expect(sentenceOf(yearInput(), typed)).toBe("Ghi năm bằng bốn chữ số, từ 1945 đến 2200."),
  );
  test("left out", () => expect(sentenceOf(yearInput(), " ")).toBe("Cần điền mục này."));
  test("one is read from figures", () => expect(yearInput(1990, 2100).parse(" 2027 ")).toBe(2027));
});

test.each(["1.45", "1,450", "2.5"])("a number that may be one or another is asked about: %s", (typed) =>
  expect(sentenceOf(wholeNumber(0, 10_000), typed)).toMatch(/^Không rõ là số nào/),
);

test("a number is read as people type it", () => {
  expect(["1.450", "1 450", "1450", 1450].map((typed) => wholeNumber(0, 10_000).parse(typed))).toEqual([
    1450, 1450, 1450, 1450,
  ]);
  expect(sentenceOf(wholeNumber(0, 10_000), "nhiều")).toBe("Ghi một số nguyên, ví dụ 15.");
});

test("a number that has too many figures is too large, and no other kind of thing", () =>
  expect(sentenceOf(wholeNumber(0, 1000), "9".repeat(30))).toBe("Không được lớn hơn 1000."));
