import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { composeAnswer, parseAnswer, type AnswerParts } from "./answer-parts.ts";

const whole: AnswerParts = {
  conclusion: "Đã sửa xong đoạn mương.\nBà con dùng được từ tuần này.",
  action: "Nạo vét 300 m, thay 4 tấm đan.",
  doneOn: "2026-01-15",
  basis: "Điều 12 Nghị định 59/2023/NĐ-CP",
  evidence: "Biên bản nghiệm thu số 05/BB",
};

describe("an answer in parts", () => {
  test("is one text, each part under its heading", () => {
    expect(composeAnswer(whole)).toBe(
      [
        "Kết luận: Đã sửa xong đoạn mương.",
        "Bà con dùng được từ tuần này.",
        "Việc đã làm: Nạo vét 300 m, thay 4 tấm đan.",
        "Ngày hoàn thành: 15/01/2026",
        "Căn cứ: Điều 12 Nghị định 59/2023/NĐ-CP",
        "Minh chứng: Biên bản nghiệm thu số 05/BB",
      ].join("\n"),
    );
    expect(parseAnswer(composeAnswer(whole))).toEqual(whole);
  });

  test("a conclusion alone is the text as it was written", () => {
    expect(composeAnswer({ conclusion: "Đã giải thích.", action: "", evidence: undefined })).toBe(
      "Đã giải thích.",
    );
    expect(parseAnswer("Đã giải thích.")).toEqual({ conclusion: "Đã giải thích." });
  });

  test.each(["Xã trả lời như sau:\nCăn cứ: Luật Đất đai", "Kết luận:không có dấu cách", ""])(
    "a text that was not written in parts is all conclusion: %j",
    (text) => {
      expect(parseAnswer(text)).toEqual({ conclusion: text });
    },
  );

  test("a day that nobody can read stays in the words", () => {
    const text = "Kết luận: xong\nNgày hoàn thành: hôm qua\nCăn cứ: b";
    expect(parseAnswer(text)).toEqual({ conclusion: "xong\nNgày hoàn thành: hôm qua", basis: "b" });
  });

  test("a day written twice is a day only where nothing more is said after it", () => {
    const twice = [
      "Kết luận: a",
      "Ngày hoàn thành: 01/02/2026",
      "Ngày hoàn thành: 01/02/2026",
      "Kết luận: b",
    ];
    expect(parseAnswer(twice.join("\n"))).toEqual({ conclusion: ["a", ...twice.slice(1)].join("\n") });
  });

  test("a conclusion that looks like a heading does not become one", () => {
    const parts = { conclusion: "Kết luận: giữ nguyên" };
    expect(parseAnswer(composeAnswer(parts))).toEqual(parts);
  });

  const line = fc
    .string({ unit: fc.constantFrom("a", "ế", "k", "1", "/", " ", ":", "."), maxLength: 12 })
    .map((text) => text.trim());
  const words = fc.array(line, { minLength: 1, maxLength: 3 }).map((lines) => lines.join("\n").trim());
  const some = words.filter((text) => text !== "");
  const day = fc.constantFrom("2026-01-15", "1999-12-31", "2024-02-29");
  const parts = fc.record(
    { conclusion: some, action: some, doneOn: day, basis: some, evidence: some },
    { requiredKeys: ["conclusion"] },
  );

  test("whatever is put together comes apart again as it was", () => {
    fc.assert(
      fc.property(parts, (given) => {
        expect(parseAnswer(composeAnswer(given))).toEqual(given);
      }),
    );
  });

  test("whatever is stored keeps every word when it is changed and stored again", () => {
    const written = fc.array(
      fc.constantFrom(
        "Kết luận: a",
        "Kết luận:",
        "Căn cứ: b",
        "Việc đã làm: c",
        "Ngày hoàn thành: 01/02/2026",
        "d",
      ),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(written, (lines) => {
        const text = lines.join("\n");
        const again = composeAnswer(parseAnswer(text));
        for (const word of text.split(/\s+/).filter((each) => /^[a-d]$/.test(each)))
          expect(again).toContain(word);
        expect(composeAnswer(parseAnswer(again))).toBe(again);
      }),
    );
  });
});
