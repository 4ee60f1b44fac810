import { expect, test } from "vitest";
import { fitted } from "./line-breaks.ts";
import { boldWidth } from "./text-width.ts";

test.each([
  ["PHƯỜNG BẾN NƯỚC", "PHƯỜNG BẾN NƯỚC"],
  ["PHƯỜNG VĂN MIẾU - QUỐC TỬ GIÁM", "PHƯỜNG VĂN MIẾU -\nQUỐC TỬ GIÁM"],
  [
    "ỦY BAN MTTQ VIỆT NAM\nPHƯỜNG VĂN MIẾU - QUỐC TỬ GIÁM",
    "ỦY BAN MTTQ VIỆT NAM\nPHƯỜNG VĂN MIẾU -\nQUỐC TỬ GIÁM",
  ],
  ["", ""],
])("“%s” in a block of the header", (text, lines) => {
  expect(fitted(text, 13, 187)).toBe(lines);
});

test("a name of two parts is broken between them, where both fit", () => {
  expect(fitted("ĐẢNG ỦY PHƯỜNG VĂN MIẾU - QUỐC TỬ GIÁM", 14, 224)).toBe(
    "ĐẢNG ỦY PHƯỜNG VĂN MIẾU -\nQUỐC TỬ GIÁM",
  );
});

test("breaks into as few lines as there can be, each within the width, and loses nothing", () => {
  const text =
    "Sửa đổi, bổ sung Thông báo số 05/TB-UBND ngày 05/02/2026 về kết luận tại hội nghị đối thoại định kỳ ngày 03/02/2026";
  for (const width of [120, 187, 280, 467]) {
    const lines = fitted(text, 14, width).split("\n");
    expect(lines.join(" ")).toBe(text);
    expect(Math.max(...lines.map((line) => boldWidth(line, 14)))).toBeLessThanOrEqual(width);
    expect(lines.length).toBeGreaterThanOrEqual(Math.ceil(boldWidth(text, 14) / width));
  }
});

test("a word wider than the block stays in one piece", () => {
  const word = "W".repeat(40);
  expect(fitted(`tên ${word} này`, 13, 187)).toBe(`tên\n${word}\nnày`);
});
