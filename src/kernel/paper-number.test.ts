import { describe, expect, test } from "vitest";
import { isPaperNumber, optionalPaperNumber } from "./paper-number.ts";

describe("số, ký hiệu văn bản", () => {
  test.each([
    "45/UBND-KT",
    "07/UBND",
    "12a/TB-UBND",
    "101-KH/ĐU",
    "Số: 45 / BB-UBND",
    "09–TB/ĐU",
    "1660/NQ-UBTVQH15",
    "558/CV-NV",
    "07/KH-MTTQ-BTT",
    "25/2026/QĐ-UBND",
  ])("%s", (text) => {
    expect(isPaperNumber(text)).toBe(true);
  });

  test.each(["??//", "không phải số", "0/UBND", "12", "/UBND", "12/", "UBND/12", "1/2", "-", "12/UBND//"])(
    "%s không phải",
    (text) => {
      expect(isPaperNumber(text)).toBe(false);
      expect(optionalPaperNumber(60).safeParse(text).success).toBe(false);
    },
  );

  test("bỏ trống thì được", () => {
    expect(optionalPaperNumber(60).parse("  ")).toBeUndefined();
  });
});
