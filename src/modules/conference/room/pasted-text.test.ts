import { describe, expect, test } from "vitest";
import { asList, listedIn, readablePaste } from "./pasted-text.ts";

describe("what is pasted from Word", () => {
  test.each([
    ["•\tSửa đường\r\n•\tLắp đèn\r\n", "- Sửa đường\n- Lắp đèn"],
    ["\uF0B7\tSửa đường\r\n\uF0A7\tLắp đèn", "- Sửa đường\n- Lắp đèn"],
    ["o\tNạo vét mương\no\tThay cống", "- Nạo vét mương\n- Thay cống"],
    ["ông Nam hỏi\no bế trẻ em", "ông Nam hỏi\no bế trẻ em"],
    ["–  Một\n—Hai\n-Ba", "- Một\n- Hai\n- Ba"],
    ["“Đường\u00A0thôn” xuống\u200B cấp", "“Đường thôn” xuống cấp"],
    ["Một\r\rHai\v Ba\n\n\n\nBốn", "Một\n\nHai\nBa\n\nBốn"],
    ["Từ 2015 - 2020 chưa sửa", "Từ 2015 - 2020 chưa sửa"],
    ["1.\tSửa đường\n2.\tLắp đèn", "1. Sửa đường\n2. Lắp đèn"],
  ])("%j is read as %j", (pasted, text) => expect(readablePaste(pasted)).toBe(text));
});

describe("what a text lists", () => {
  test.each([
    ["- Sửa đường\n- Lắp đèn", ["Sửa đường", "Lắp đèn"]],
    ["1. Sửa đường\n2) Lắp đèn", ["Sửa đường", "Lắp đèn"]],
    ["a) Sửa đường\nb) Lắp đèn\nđ) Thay cống", ["Sửa đường", "Lắp đèn", "Thay cống"]],
    ["Đề nghị xã:\n- Sửa đường\n- Lắp đèn", ["Đề nghị xã:\nSửa đường", "Lắp đèn"]],
    ["- Sửa đường\ntừ đình đến chợ\n\n- Lắp đèn", ["Sửa đường\ntừ đình đến chợ", "Lắp đèn"]],
    ["- Chỉ một việc", []],
    ["Đường xấu.\nĐề nghị sửa.", []],
    ["", []],
  ])("%j lists %j", (text, items) => expect(listedIn(text)).toEqual(items));

  test("put together it is the same list again, so that nothing is lost between", () => {
    const items = ["Sửa đường\ntừ đình đến chợ", "Lắp đèn", "Thay cống"];
    expect(listedIn(asList(items))).toEqual(items);
  });
});
