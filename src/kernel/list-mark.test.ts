import { describe, expect, test } from "vitest";
import { isListMark, withoutListMark, withPlainMarks } from "./list-mark.ts";

describe("a text pasted with the marks of a list", () => {
  test.each([
    ["• Sửa cầu", "Sửa cầu"],
    ["\uf0b7\tSửa cầu “Ông Tư”", "Sửa cầu “Ông Tư”"],
    ["•\tSửa cầu\n•\tLắp đèn", "- Sửa cầu\n- Lắp đèn"],
    ["Đề nghị:\n– sửa cầu;\n+ lắp đèn", "Đề nghị:\n- sửa cầu;\n- lắp đèn"],
    ["Sửa cầu - đường", "Sửa cầu - đường"],
    ["+84 912 345 678\n-5 độ", "+84 912 345 678\n-5 độ"],
    ["• Sửa cầu\r\n• Lắp đèn", "- Sửa cầu\n- Lắp đèn"],
    ["12.000 hộ thiếu nước", "12.000 hộ thiếu nước"],
  ])("%j becomes %j", (text, plain) => {
    expect(withPlainMarks(text)).toBe(plain);
  });
});

describe("an item taken from a list", () => {
  test.each([
    ["1. Khai mạc", "Khai mạc"],
    ["•\tNhân dân phát biểu “ý kiến”", "Nhân dân phát biểu “ý kiến”"],
    ["a) Báo cáo", "Báo cáo"],
    ["IV. Kết luận", "Kết luận"],
    ["9 tháng đầu năm", "9 tháng đầu năm"],
    ["1.450 hộ dân", "1.450 hộ dân"],
  ])("%j is %j", (item, plain) => {
    expect(withoutListMark(item)).toBe(plain);
  });

  test.each(["•", "1.", "2", "a)", "IV.", "-"])("%j is only its mark", (cell) => {
    expect(isListMark(cell)).toBe(true);
  });
  test.each(["Khai mạc", "15 phút", ""])("%j is more than a mark", (cell) => {
    expect(isListMark(cell)).toBe(false);
  });
});
