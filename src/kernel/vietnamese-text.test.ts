import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanText, codeKey, foldTone, isNfc, searchKey } from "./vietnamese-text.ts";

describe("cleanText", () => {
  it.each([
    ["composes what a Mac or a phone decomposed", "Thổ Quan".normalize("NFD"), "Thổ Quan"],
    ["composes across an invisible mark", "Tho\u0302\u200b\u0309", "Thổ"],
    ["removes zero-width characters", "Móng\u200b Cái\ufeff\u2060", "Móng Cái"],
    ["keeps a picture of several together", "Nhà 👨‍👩‍👧, 👩🏽‍🌾, 🏳️‍🌈", "Nhà 👨‍👩‍👧, 👩🏽‍🌾, 🏳️‍🌈"],
    [
      "removes a joiner that joins no pictures",
      "Mó\u200dng 👨\u200d Cái \u200d👩 👨\u200d\u200d👩",
      "Móng 👨 Cái 👩 👨👩",
    ],
    ["removes marks that turn the direction of reading", "12\u202e34\u2066\u2069\u200f", "1234"],
    ["removes control characters", "a\u0000b\u0007c\u009f", "abc"],
    ["keeps line breaks, in one form", "một\r\nhai\rba\u2028bốn\n", "một\nhai\nba\nbốn"],
    ["makes tabs and no-break spaces plain", "a\tb\u00a0c", "a b c"],
    ["gives the marks of Word's lists a form that every font has", "\uf0b7\tMột\r\uf0a7 Hai", "- Một\n- Hai"],
    ["keeps other bullets and curly quotes as they are", "•\tSửa “cầu”", "• Sửa “cầu”"],
    ["makes spaces of all widths plain", "a\u2003b\u2009c\u3000d", "a b c d"],
    ["makes hyphens that do not break plain", "101\u2011KH và 12\u001eTB", "101-KH và 12-TB"],
    ["removes the soft hyphens of a column of text", "kiến ng\u00adhị", "kiến nghị"],
    ["trims", "  \n Khu 3 \n", "Khu 3"],
    ["replaces half a surrogate pair, which no database can store", "a\ud800b", "a\ufffdb"],
    ["keeps letters outside the first plane", "𠀀 phố", "𠀀 phố"],
  ])("%s", (_, typed, stored) => expect(cleanText(typed)).toBe(stored));

  it("is settled after once, in NFC, and invisible-free, whatever is pasted", () => {
    const units = fc.array(fc.integer({ min: 0, max: 0xffff }));
    fc.assert(
      fc.property(units, (codes) => {
        const typed = String.fromCharCode(...codes);
        const once = cleanText(typed);
        expect(cleanText(once)).toBe(once);
        expect(isNfc(once)).toBe(true);
        expect(once).not.toMatch(/[\u200b\u200c\u200e\u200f\u202a-\u202e\ufeff\r\t]/);
      }),
    );
  });
});

describe("foldTone", () => {
  it.each([
    ["Đường Thổ Quan", "duong tho quan"],
    ["ĐẤT ĐAI", "dat dai"],
    ["Ngõ Gò Đống Đa".normalize("NFD"), "ngo go dong da"],
    ["hoà", "hoa"],
    ["hòa", "hoa"],
    ["Siu Hŏ, Y Ĕm, Rah Lan Ĭ, Rơ Châm Ŭn, Kpă Čuông", "siu ho, y em, rah lan i, ro cham un, kpa cuong"],
    ["Buôn Ƀir, êƀan", "buon bir, eban"],
    ["ưỡn ẹo, nghiêng ngả", "uon eo, nghieng nga"],
  ])("%s → %s", (text, folded) => expect(foldTone(text)).toBe(folded));
});

describe("searchKey", () => {
  it.each([
    [
      "the apostrophes of all keyboards",
      ["Ea H'leo", "Ea H’leo", "Ea HʼLeo", "ea h`leo", "Ea H' leo", "EA H ’Leo", "ea hleo"],
    ],
    ["… before the mark of a letter", ["Cư M'gar", "Cư M´gar", "cu mgar", "Čư M’gar"]],
    [
      "the dashes that Word puts in",
      [
        "Văn Miếu - Quốc Tử Giám",
        "Văn Miếu – Quốc Tử Giám",
        "Văn Miếu—Quốc Tử Giám",
        "Văn Miếu Quốc Tử Giám",
      ],
    ],
    [
      "a number with whatever dash",
      ["41/TB-UBND", "41/TB‑UBND", "41/TB–UBND", " 41/TB - UBND", "41/tb ubnd"],
    ],
    ["blanks of all kinds", ["Khu  3", "Khu\u00a03", "Khu 3 ", "khu\n3"]],
    [
      "quotation marks and commas",
      ["Khu phố “Hòa Bình”, số 3", 'khu phố "Hòa Bình" số 3', "khu pho 'hoa binh' so 3"],
    ],
    ["the place of the tone", ["Thanh Hoá", "Thanh Hóa"]],
    ["i and y", ["Quí Mĩ Lí Kì", "Quý Mỹ Lý Kỳ"]],
    ["composed and decomposed letters", ["Y Ĕm Ŏ", "Y Ĕm Ŏ".normalize("NFD")]],
    ["full width and raised figures", ["10 m2", "１０ m²"]],
  ])("%s", (_, texts) => expect(new Set(texts.map(searchKey)).size).toBe(1));

  it.each([
    ["Thúy", "Thúi"],
    ["Hoàng Ý", "Hoàng Í ạ"],
    ["Khu 3", "Khu 33"],
  ])("%s is not %s", (one, other) => expect(searchKey(one)).not.toBe(searchKey(other)));

  it("of a code leaves no sign at all", () => {
    expect(["MC-2020-0042", "MC–2020–0042", "mc 2020 0042", "MC20200042"].map(codeKey)).toEqual(
      Array.from({ length: 4 }, () => "mc20200042"),
    );
  });

  it("is a key of itself, whatever is pasted", () => {
    const units = fc.array(fc.integer({ min: 0, max: 0xffff }));
    fc.assert(
      fc.property(units, (codes) => {
        const key = searchKey(String.fromCharCode(...codes));
        expect(searchKey(key)).toBe(key);
      }),
    );
  });
});
