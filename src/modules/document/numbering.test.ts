import { describe, expect, it } from "vitest";
import type { Side } from "./document-model.ts";
import { numberLine, parseSymbol, seriesPeriod, symbolText } from "./numbering.ts";

type Case = [side: Side, type: string, number: number, letter: string, suffix: string, symbol: string];

const grammars: Case[] = [
  ["party", "KH", 101, "", "ĐU", "101-KH/ĐU"],
  ["party", "TB", 7, "", "HU", "07-TB/HU"],
  ["party", "CV", 12, "", "TU", "12-CV/TU"],
  ["party", "QĐi", 11, "", "TW", "11-QĐi/TW"],
  ["party", "HD", 36, "", "VPTW", "36-HD/VPTW"],
  ["government", "TB", 12, "", "UBND", "12/TB-UBND"],
  ["government", "TB", 1, "", "UBND", "01/TB-UBND"],
  ["government", "CV", 15, "", "UBND-VP", "15/UBND-VP"],
  ["government", "QĐ", 9, "a", "UBND", "09a/QĐ-UBND"],
  ["government", "BC", 1234, "", "UBND", "1234/BC-UBND"],
  ["front", "KH", 7, "", "MTTQ-BTT", "07/KH-MTTQ-BTT"],
  ["front", "CV", 20, "", "MTTQ-BTT", "20/MTTQ-BTT"],
];

describe("the three grammars", () => {
  it.each(grammars)("%s %s %i%s %s is %s", (side, type, number, letter, suffix, symbol) => {
    expect(symbolText(side, type, { number, letter, suffix })).toBe(symbol);
  });

  it.each(grammars)("%s %s: what is written is read back", (side, type, number, letter, suffix, symbol) => {
    expect(parseSymbol(side, type, symbol)).toEqual({ number, letter, suffix });
  });

  it("only the Party writes “Số” without a colon", () => {
    expect(numberLine("party", "101-KH/ĐU")).toBe("Số 101-KH/ĐU");
    expect(numberLine("government", "12/TB-UBND")).toBe("Số: 12/TB-UBND");
    expect(numberLine("front", "07/KH-MTTQ-BTT")).toBe("Số: 07/KH-MTTQ-BTT");
  });
});

describe("a number read from a paper", () => {
  it.each<[Side, string, string, number, string]>([
    ["party", "KH", "Số 101-KH/ĐU", 101, "ĐU"],
    ["party", "KH", "  101 – KH / ĐU ", 101, "ĐU"],
    ["party", "KH", "101-KH/ĐU".normalize("NFD"), 101, "ĐU"],
    ["government", "TB", "Số: 5/TB-UBND", 5, "UBND"],
    ["government", "TB", "số 05 / TB - UBND", 5, "UBND"],
    ["government", "CV", "15/UBND-QLĐT", 15, "UBND-QLĐT"],
    ["front", "KH", "Số:07/KH-MTTQ-BTT", 7, "MTTQ-BTT"],
  ])("%s %s “%s”", (side, type, text, number, suffix) => {
    expect(parseSymbol(side, type, text)).toEqual({ number, letter: "", suffix });
  });

  it.each<[Side, string, string, string]>([
    ["government", "TB", "101-TB/ĐU", "symbol_unreadable"],
    ["party", "TB", "12/TB-UBND", "symbol_unreadable"],
    ["government", "TB", "0/TB-UBND", "symbol_unreadable"],
    ["government", "TB", "TB-UBND", "symbol_unreadable"],
    ["government", "TB", "12/TB UBND", "symbol_unreadable"],
    ["government", "TB", "12345678/TB-UBND", "symbol_unreadable"],
    ["government", "TB", "12/KH-UBND", "symbol_of_another_type"],
    ["government", "TB", "12/UBND-VP", "symbol_of_another_type"],
    ["government", "CV", "12/TB-UBND", "symbol_of_another_type"],
    ["party", "KH", "11-QĐi/TW", "symbol_of_another_type"],
  ])("%s %s refuses “%s”: %s", (side, type, text, problem) => {
    expect(() => parseSymbol(side, type, text)).toThrow(
      expect.objectContaining({ definition: expect.objectContaining({ code: `document.${problem}` }) }),
    );
  });

  it("says how it should look", () => {
    expect(() => parseSymbol("party", "KH", "mười")).toThrow("Ghi theo mẫu 12-KH/ĐU.");
    expect(() => parseSymbol("government", "CV", "")).toThrow("Ghi theo mẫu 12/UBND-VP.");
  });
});

describe("the period of a series", () => {
  const terms = [
    { name: "2025-2030", fromOn: "2025-07-01" },
    { name: "2015-2020", fromOn: "2015-06-10" },
    { name: "2020-2025", fromOn: "2020-06-20" },
  ];

  it.each([
    ["2019-12-31", "2015-2020", "2019"],
    ["2020-01-01", "2015-2020", "2020"],
    ["2020-06-19", "2015-2020", "2020"],
    ["2020-06-20", "2020-2025", "2020"],
    ["2024-12-31", "2020-2025", "2024"],
    ["2025-01-01", "2020-2025", "2025"],
    ["2026-02-28", "2025-2030", "2026"],
  ])("on %s: the Party's %s, the government's and the Front's %s", (day, term, year) => {
    expect(seriesPeriod("party", day, terms)).toBe(term);
    expect(seriesPeriod("government", day, terms)).toBe(year);
    expect(seriesPeriod("front", day, terms)).toBe(year);
  });

  it("no Party number before the first term that is known", () => {
    expect(() => seriesPeriod("party", "2015-06-09", terms)).toThrow("Chưa khai nhiệm kỳ");
    expect(() => seriesPeriod("party", "2026-01-01", [])).toThrow("Chưa khai nhiệm kỳ");
  });
});
