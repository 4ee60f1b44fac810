import { describe, expect, it } from "vitest";
import { hostileTexts } from "../../../../tests/support/hostile-texts.ts";
import {
  frontBallot,
  governmentNotice,
  minutes,
  partyPlan,
  registerBook,
} from "../../../../tests/support/sample-papers.ts";
import { paragraphsOf, partsOf } from "../../../../tests/support/word-file.ts";
import { paragraph, type Paper } from "../document-model.ts";
import { renderDocx } from "./render-docx.ts";

const opened = async (paper: Paper) => {
  const parts = partsOf(await renderDocx(paper));
  return { parts, xml: parts.get("word/document.xml")! };
};
const notice = await opened(governmentNotice(3));
const word = [...notice.xml.matchAll(/<w:tbl>.*?<\/w:tbl>/gs)].map(([table]) => table);
const millimetres = (twips: string) => (Number(twips) / 1440) * 25.4;

describe("what is read back of a Word file", () => {
  it("has its symbols whole, though their hyphens end no line", async () => {
    const said = "Theo số 89/HD-MTTQ-BTT của Mặt trận - và kế hoạch 101-KH/ĐU.";
    const { xml } = await opened({ ...governmentNotice(1), body: [paragraph(said), paragraph("Hết")] });
    expect(paragraphsOf(xml)).toContain(said);
    expect(xml).toContain("<w:noBreakHyphen/>");
    expect(xml).not.toContain("\u2011");
  });

  it("keeps the last row of a table with whoever signs, where nothing is said after it", async () => {
    const paper = governmentNotice(5);
    const body = paper.body.slice(0, paper.body.findLastIndex(({ kind }) => kind === "table") + 1);
    const { xml } = await opened({ ...paper, body });
    const rows = [...xml.matchAll(/<w:tr[ >].*?<\/w:tr>/gs)].map(([row]) => row);
    const last = rows.find((row) => row.includes("tắc tại ngõ 5"))!;
    expect(last).toContain("<w:keepNext/>");
    expect(rows.find((row) => row.includes("tắc tại ngõ 4"))).not.toContain("<w:keepNext/>");
  });
});

describe("a notice in Word", () => {
  it("is in Times New Roman 14, in Vietnamese", () => {
    const styles = notice.parts.get("word/styles.xml")!;
    const defaults = /<w:rPrDefault>.*?<\/w:rPrDefault>/s.exec(styles)![0];
    expect(defaults).toContain('w:ascii="Times New Roman"');
    expect(defaults).toContain('<w:sz w:val="28"/>');
    expect(defaults).toContain('<w:lang w:val="vi-VN"/>');
    expect([...notice.xml.matchAll(/w:ascii="([^"]+)"/g)].map(([, font]) => font)).toEqual([]);
  });

  it("names the office as its author", () => {
    const properties = notice.parts.get("docProps/core.xml")!;
    const office = governmentNotice(3).header.issuer.replaceAll("\n", " ");
    expect(properties).toContain(`<dc:creator>${office}</dc:creator>`);
    expect(properties).toContain(`<cp:lastModifiedBy>${office}</cp:lastModifiedBy>`);
  });

  it("is an A4 sheet with margins of 20–25, 30–35 and 15–20 mm", () => {
    const [, width, height] = /<w:pgSz w:w="(\d+)" w:h="(\d+)"/.exec(notice.xml)!;
    expect([millimetres(width!), millimetres(height!)].map(Math.round)).toEqual([210, 297]);
    const margin = (side: string) =>
      millimetres(new RegExp(`<w:pgMar[^>]*w:${side}="(\\d+)"`).exec(notice.xml)![1]!);
    for (const [side, least, most] of [
      ["top", 20, 25],
      ["bottom", 20, 25],
      ["left", 30, 35],
      ["right", 15, 20],
    ] as const) {
      expect([side, margin(side) >= least - 0.1 && margin(side) <= most + 0.1]).toEqual([side, true]);
    }
  });

  it("shows the number of a page in the middle of the top margin, but not on the first", () => {
    expect(notice.xml).toContain("<w:titlePg/>");
    const reference = (type: string) =>
      new RegExp(
        `<w:headerReference[^>]*w:type="${type}"[^>]*r:id="([^"]+)"|<w:headerReference[^>]*r:id="([^"]+)"[^>]*w:type="${type}"`,
      ).exec(notice.xml)!;
    const relations = notice.parts.get("word/_rels/document.xml.rels")!;
    const header = (type: string) => {
      const found = reference(type);
      const id = found[1] ?? found[2]!;
      const relation = [...relations.matchAll(/<Relationship [^>]*>/g)].find(([tag]) =>
        tag.includes(`Id="${id}"`),
      )![0];
      return notice.parts.get(`word/${/Target="([^"]+)"/.exec(relation)![1]}`)!;
    };
    expect(header("default")).toMatch(/<w:jc w:val="center"\/>.*PAGE/s);
    expect(header("first")).not.toContain("PAGE");
  });

  it("has its two header blocks side by side, with rules drawn in to the length of the words", () => {
    const cells = [...word[0]!.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) => cell);
    expect(cells).toHaveLength(2);
    expect(paragraphsOf(cells[0]!)).toEqual(["ỦY BAN NHÂN DÂN", "PHƯỜNG BẾN NƯỚC", "", "Số: 12/TB-UBND"]);
    expect(paragraphsOf(cells[1]!)).toEqual([
      "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
      "Độc lập - Tự do - Hạnh phúc",
      "",
      "Bến Nước, ngày 05 tháng 02 năm 2026",
    ]);
    const [, side] = /<w:pBdr><w:bottom .*?<w:ind w:left="(\d+)" w:right="\1"/s.exec(cells[1]!)!;
    const cell = Number(/<w:tcW w:type="dxa" w:w="(\d+)"/.exec(cells[1]!)![1]);
    expect((cell - 2 * Number(side)) / 20 / 171.13).toBeCloseTo(1, 1);
  });

  it("says what is bold and what is italic", () => {
    const look = (text: string) =>
      new RegExp(`<w:rPr>((?:(?!<w:rPr>).)*)</w:rPr><w:t[^>]*>${text}`, "s").exec(notice.xml)![1];
    expect(look("THÔNG BÁO")).toContain("<w:b/>");
    expect(look("thẳng thắn, xây dựng")).toContain("<w:b/>");
    expect(look("Căn cứ Luật")).toContain("<w:i/>");
    expect(look("Bến Nước, ngày")).toContain("<w:i/>");
    expect(look("Nơi nhận:")).toMatch(/<w:b\/>.*<w:i\/>.*<w:sz w:val="24"\/>/s);
    expect(look("- Lưu: VT.")).toContain('<w:sz w:val="22"/>');
    expect(look("TM. ỦY BAN NHÂN DÂN")).toContain("<w:b/>");
  });

  it("justifies its prose and indents first lines by 10 to 12.7 mm", () => {
    const prose = /<w:p>(?:(?!<w:p>).)*Sau khi nghe 14 lượt/s.exec(notice.xml)![0];
    expect(prose).toContain('<w:jc w:val="both"/>');
    const indent = millimetres(/w:firstLine="(\d+)"/.exec(prose)![1]!);
    expect(indent >= 10 && indent <= 12.71).toBe(true);
  });

  it("has its lines in a table whose titles are repeated, with a row for the sum", () => {
    const table = word[1]!;
    expect([...table.matchAll(/<w:tblHeader\/>/g)]).toHaveLength(1);
    expect([...table.matchAll(/<w:tr>/g)]).toHaveLength(5);
    expect(paragraphsOf(table).slice(0, 5)).toEqual(["TT", "Nội dung", "Chủ trì", "Phối hợp", "Thời hạn"]);
    expect(paragraphsOf(table).slice(-2)).toEqual(["Cộng", "3"]);
    expect(table).toContain('<w:gridSpan w:val="4"/>');
  });
});

it("the Party's layout: neither nation nor motto; its name over a rule; “Nơi nhận” underlined", async () => {
  const { xml } = await opened(partyPlan);
  const all = paragraphsOf(xml);
  expect(all.slice(0, 4)).toEqual(["ĐẢNG BỘ TỈNH VEN SÔNG", "ĐẢNG ỦY PHƯỜNG BẾN NƯỚC", "*", "Số 101-KH/ĐU"]);
  expect(all).toContain("ĐẢNG CỘNG SẢN VIỆT NAM");
  expect(xml).not.toMatch(/CỘNG HÒA|Độc lập/);
  expect(xml).toMatch(/<w:u [^>]*\/>(?:(?!<w:rPr>).)*Nơi nhận:/s);
});

it("two sign the minutes, side by side", async () => {
  const { xml } = await opened(minutes);
  const last = [...xml.matchAll(/<w:tbl>.*?<\/w:tbl>/gs)].at(-1)![0];
  const cells = [...last.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) => paragraphsOf(cell).filter(Boolean));
  expect(cells).toEqual([
    ["THƯ KÝ", "Phạm Thị Duyên"],
    ["CHỦ TỌA", "Nguyễn Thị Hương Giang"],
  ]);
});

it("a ballot has boxes to tick and dotted lines to write on", async () => {
  const { xml } = await opened(frontBallot);
  const all = paragraphsOf(xml);
  expect(all.filter((text) => text.startsWith("☐"))).toHaveLength(2 * 6);
  expect([...xml.matchAll(/w:leader="dot"/g)]).toHaveLength(2 * 4);
  expect(all).toContain("Ý kiến khác: \t");
});

it("a register lies on its side", async () => {
  const { xml } = await opened(registerBook);
  const [, width, height] = /<w:pgSz w:w="(\d+)" w:h="(\d+)" w:orient="landscape"/.exec(xml)!;
  expect([millimetres(width!), millimetres(height!)].map(Math.round)).toEqual([297, 210]);
});

it.each(hostileTexts)("“%s” stands there as it was typed", async (text) => {
  const columns = [{ title: text, width: 1 }];
  const body = [paragraph(text), { kind: "table" as const, columns, rows: [[text]] }];
  const { xml } = await opened({ ...minutes, abstract: text, body, recipients: [text] });
  expect(paragraphsOf(xml).filter((each) => each.replaceAll("\n", " ") === text)).toHaveLength(4);
});

it("control characters, marks of direction and broken letters leave a file that opens", async () => {
  const { xml } = await opened({
    ...minutes,
    body: [paragraph("a\u0000\u000b\u202eb\ud83d\ufffe\uffff\u0085c\td"), paragraph("Hết.")],
  });
  expect(paragraphsOf(xml)).toContain("ab\ufffd\nc d");
});
