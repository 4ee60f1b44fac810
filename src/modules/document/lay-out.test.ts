import { describe, expect, it } from "vitest";
import {
  frontBallot,
  governmentLetter,
  governmentNotice,
  minutes,
  partyPlan,
} from "../../../tests/support/sample-papers.ts";
import { heading, paragraph, runsOf, type Paper } from "./document-model.ts";
import { placeAndDate } from "./header-lines.ts";
import { layOut } from "./lay-out.ts";
import { headingLabels } from "./marks.ts";
import { recipientLines } from "./recipient-lines.ts";
import { boldWidth } from "./text-width.ts";

const texts = (lines: readonly { text: string }[]) => lines.map(({ text }) => text);

describe("the header", () => {
  it("of the government: issuer in bold over a short rule, nation and motto over a rule of its length", () => {
    const { left, right } = layOut(governmentNotice());
    expect(left).toEqual([
      { text: "ỦY BAN NHÂN DÂN", size: 13, bold: true },
      { text: "PHƯỜNG BẾN NƯỚC", size: 13, bold: true, rule: "short" },
      { text: "Số: 12/TB-UBND", size: 13 },
    ]);
    expect(right).toEqual([
      { text: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", size: 13, bold: true },
      { text: "Độc lập - Tự do - Hạnh phúc", size: 14, bold: true, rule: "full" },
      { text: "Bến Nước, ngày 05 tháng 02 năm 2026", size: 14, italic: true },
    ]);
  });

  it("of the Party: neither nation nor motto, an asterisk, a number without a colon", () => {
    const { left, right } = layOut(partyPlan);
    expect(texts(left)).toEqual(["ĐẢNG BỘ TỈNH VEN SÔNG", "ĐẢNG ỦY PHƯỜNG BẾN NƯỚC", "*", "Số 101-KH/ĐU"]);
    expect(left.map(({ bold }) => bold ?? false)).toEqual([false, true, false, false]);
    expect(right[0]).toEqual({ text: "ĐẢNG CỘNG SẢN VIỆT NAM", size: 15, bold: true, rule: "full" });
    expect(JSON.stringify(layOut(partyPlan))).not.toMatch(/CỘNG HÒA|Độc lập/);
  });

  it("of a draft leaves room for number and date; a letter says there what it is about", () => {
    const { left, right, title } = layOut(governmentLetter);
    expect(texts(left).slice(2)).toEqual([
      expect.stringMatching(/^Số:\s{4,}\/UBND-VP$/),
      "V/v giải quyết kiến nghị\ncủa Nhân dân sau hội nghị\nđối thoại quý I năm 2026",
    ]);
    expect(right.at(-1)!.text).toMatch(/^Bến Nước, ngày\s{4,}tháng\s{4,}năm\s{4,}$/);
    expect(title).toEqual([]);
  });

  it("of a form bears no number", () => {
    expect(texts(layOut(frontBallot).left).join()).not.toContain("Số");
  });

  it.each([
    ["2026-02-05", "ngày 05 tháng 02 năm 2026"],
    ["2026-03-09", "ngày 09 tháng 3 năm 2026"],
    ["2024-02-29", "ngày 29 tháng 02 năm 2024"],
    ["2026-01-10", "ngày 10 tháng 01 năm 2026"],
    ["2026-12-31", "ngày 31 tháng 12 năm 2026"],
  ])("%s is %s", (date, text) => {
    expect(placeAndDate({ place: "An", date })).toBe(`An, ${text}`);
  });
});

describe("the end", () => {
  it("names recipients, the office's files last", () => {
    expect(recipientLines(["- Như trên;", "Các thôn."], "government")).toEqual([
      "- Như trên;",
      "- Các thôn;",
      "- Lưu: VT.",
    ]);
    expect(recipientLines(["Như trên", "Lưu: VT, KT"], "front")).toEqual(["- Như trên;", "- Lưu: VT, KT."]);
    expect(recipientLines(["Các chi bộ"], "party")).toEqual(["- Các chi bộ."]);
    expect(recipientLines([" "], "government")).toEqual([]);
  });

  it("closes the words of an administrative paper with “./.”, those of the Party with their full stop", () => {
    const body = [paragraph("Trên đây là báo cáo.")];
    const said = (paper: Paper) => layOut({ ...paper, body }).body.at(-1);
    expect(said(governmentNotice())).toMatchObject({ runs: [{ text: "Trên đây là báo cáo./." }] });
    expect(said(partyPlan)).toMatchObject({ runs: [{ text: "Trên đây là báo cáo." }] });
  });

  it("is signed with authority and title in bold; in the Party the title is not", () => {
    const [government] = layOut(governmentNotice()).signatures;
    expect(government!.lines).toEqual([
      { text: "TM. ỦY BAN NHÂN DÂN", size: 14, bold: true },
      { text: "CHỦ TỊCH", size: 14, bold: true },
    ]);
    const [party] = layOut(partyPlan).signatures;
    expect(party!.lines.map(({ bold }) => bold)).toEqual([true, false]);
    expect(layOut(minutes).signatures.map(({ name }) => name.text)).toEqual([
      "Phạm Thị Duyên",
      "Nguyễn Thị Hương Giang",
    ]);
  });

  it("“Nơi nhận” is bold italic 12 over 11; underlined 14 over 12 in the Party", () => {
    const government = layOut(governmentNotice()).recipients!;
    expect(government.label).toMatchObject({ size: 12, bold: true, italic: true });
    expect(government.lines[0]!.size).toBe(11);
    expect(layOut(partyPlan).recipients!.label).toMatchObject({ size: 14, underline: true });
  });
});

describe("the body", () => {
  const laid = (changes: Partial<Paper>) => layOut({ ...minutes, ...changes }).body;
  const said = (changes: Partial<Paper>) =>
    laid(changes).map((block) =>
      block.kind === "text" ? block.runs.map(({ text }) => text).join("") : block.kind,
    );

  it("counts its headings", () => {
    const body = [
      heading(1, "Một"),
      heading(2, "Hai"),
      heading(3, "Ba"),
      heading(3, "Bốn"),
      heading(2, "Năm"),
      heading(3, "Sáu"),
      heading(1, "Bảy"),
      heading(2, "Tám"),
    ];
    expect(said({ body })).toEqual([
      "I. Một",
      "1. Hai",
      "a) Ba",
      "b) Bốn",
      "2. Năm",
      "a) Sáu",
      "II. Bảy",
      "1. Tám",
    ]);
  });

  it("counts as Vietnamese does: đ after d, no f, j, w, z; Roman numbers", () => {
    const label = headingLabels();
    const lower = Array.from({ length: 24 }, () => label(3));
    expect(lower.slice(3, 7)).toEqual(["d)", "đ)", "e)", "g)"]);
    expect(lower.slice(-2)).toEqual(["y)", "aa)"]);
    const upper = Array.from({ length: 40 }, () => label(1));
    expect([3, 8, 13, 39].map((index) => upper[index])).toEqual(["IV.", "IX.", "XIV.", "XL."]);
  });

  it("grounds are in italics and end by semicolons, the last one by a full stop", () => {
    const bases = ["Căn cứ Luật A;", "Căn cứ Kế hoạch B"];
    expect(said({ bases, body: [] })).toEqual(["Căn cứ Luật A;", "Căn cứ Kế hoạch B."]);
    expect(laid({ bases, body: [] })[0]).toMatchObject({ runs: [{ italic: true }] });
    expect(said({ side: "party", bases, body: [] })[0]).toBe("- Căn cứ Luật A;");
  });

  it("says to whom it goes: one in the line, several below", () => {
    expect(said({ addressees: ["Phòng A"], body: [] })).toEqual(["Kính gửi: Phòng A"]);
    expect(said({ addressees: ["A", "B"], body: [] })).toEqual(["Kính gửi:", "- A;", "- B."]);
  });

  it("composes its letters and drops what nobody sees, keeping the spaces between runs", () => {
    const text = [
      "a ".normalize("NFD"),
      { text: "ế\u202e\u200b\u0007".normalize("NFD"), bold: true },
      "\tb\r\nc",
    ];
    expect(laid({ body: [paragraph(text), paragraph("Hết.")] })[0]).toMatchObject({
      runs: [{ text: "a " }, { text: "ế", bold: true }, { text: " b\nc" }],
    });
    expect(runsOf("một")).toEqual([{ text: "một" }]);
  });

  it("a table's shares make up the whole, a cell over several columns moves the next ones", () => {
    const columns = [
      { title: "A", width: 1 },
      { title: "B", width: 2, align: "center" as const },
      { title: "C", width: 1, align: "right" as const },
    ];
    const [table] = laid({
      body: [{ kind: "table", columns, rows: [[{ text: "x", span: 2 }, "y"]], total: ["t"] }],
    });
    expect(table).toMatchObject({
      widths: [0.25, 0.5, 0.25],
      rows: [
        [
          { span: 2, align: "left" },
          { span: 1, align: "right" },
        ],
      ],
      total: [{ runs: [{ text: "t", bold: true }] }],
    });
  });
});

// As Typst measures them in Tinos Bold, whose widths are those of Times New Roman.
it.each([
  ["Độc lập - Tự do - Hạnh phúc", 171.13],
  ["ĐẢNG CỘNG SẢN VIỆT NAM", 192.39],
  ["ỦY BAN NHÂN DÂN", 131.31],
])("the rule below “%s” is as long as the words, to a hundredth", (text, width) => {
  expect(Math.abs(boldWidth(text, 14) / width - 1)).toBeLessThan(0.01);
});
