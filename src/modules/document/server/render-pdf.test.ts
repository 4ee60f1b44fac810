import { extractText, getDocumentProxy } from "unpdf";
import { describe, expect, it } from "vitest";
import { hostileTexts } from "../../../../tests/support/hostile-texts.ts";
import {
  governmentNotice,
  minutes,
  partyPlan,
  registerBook,
  samplePapers,
} from "../../../../tests/support/sample-papers.ts";
import { paragraph, type Paper } from "../document-model.ts";
import { renderPdf } from "./render-pdf.ts";

const opened = async (paper: Paper) => getDocumentProxy(await renderPdf(paper));
const pagesOf = async (paper: Paper) => (await extractText(await opened(paper))).text;
const flat = (text: string) => text.replace(/\s+/g, "");

/** Names of the typefaces that a page is set in. */
async function typefaces(paper: Paper): Promise<string[]> {
  const page = await (await opened(paper)).getPage(1);
  const { fnArray, argsArray } = await page.getOperatorList();
  const setFont = 37;
  const names = fnArray.flatMap((operator: number, index: number) =>
    operator === setFont ? [String(argsArray[index][0])] : [],
  );
  const fonts = [...new Set(names)].map((name) => page.commonObjs.get(name) as { name: string });
  return [...new Set(fonts.map(({ name }) => name.replace(/^[A-Z]{6}\+/, "")))].toSorted();
}

describe("what is read back of a PDF", () => {
  it.each(["89/HD-MTTQ-BTT", "12-5", "số.7-88-9a"])("has “%s” whole wherever a line ends", async (symbol) => {
    const texts = Array.from({ length: 12 }, (_, index) =>
      paragraph(`${"vì ".repeat(index)}theo số ${symbol} `.repeat(8)),
    );
    const pages = await pagesOf({ ...governmentNotice(1), body: texts });
    expect(pages.join("\n").split(symbol).length - 1).toBe(12 * 8);
  });

  it.each(Array.from({ length: 14 }, (_, index) => index + 2))(
    "of %i rows never a signature alone on a page, where nothing is said after the table",
    async (rows) => {
      const notice = governmentNotice(rows);
      const body = notice.body.slice(0, notice.body.findLastIndex(({ kind }) => kind === "table") + 1);
      const last = (await pagesOf({ ...notice, body })).at(-1)!;
      expect(last).toContain("CHỦ TỊCH");
      expect(last).toContain(`tắc tại ngõ ${rows}`);
    },
  );
});

describe("a notice as PDF", () => {
  it("has all its texts with their tone marks, page after page, with a number from the second on", async () => {
    const pages = await pagesOf(governmentNotice(40));
    expect(pages.length).toBeGreaterThan(3);
    expect(pages[0]).toContain("Bến Nước, ngày 05 tháng 02 năm 2026");
    expect(pages[0]).toContain("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
    expect(flat(pages.join())).toContain(flat("Kiểm tra, xử lý rãnh thoát nước bị tắc tại ngõ 40"));
    expect(pages[0]!.startsWith("1\n")).toBe(false);
    expect(pages.slice(1).map((page) => page.split("\n")[0])).toEqual(
      pages.slice(1).map((_, index) => `${index + 2}`),
    );
    expect(pages[1]).toContain("TT Nội dung Chủ trì Phối hợp Thời hạn");
  });

  it("is on A4, upright; a register on its side", async () => {
    const size = async (paper: Paper) => {
      const { width, height } = (await (await opened(paper)).getPage(1)).getViewport({ scale: 25.4 / 72 });
      return [width, height].map(Math.round);
    };
    expect(await size(governmentNotice())).toEqual([210, 297]);
    expect(await size(registerBook)).toEqual([297, 210]);
  });

  it("is named in its properties", async () => {
    const { info } = await (await opened(partyPlan)).getMetadata();
    expect((info as { Title: string }).Title).toMatch(/^Kế hoạch 101-KH\/ĐU: tổ chức hội nghị đối thoại/);
  });

  it("is set in Tinos alone: every Vietnamese letter is in it", async () => {
    const letters = "aăâeêioôơuưy"
      .split("")
      .flatMap((vowel) =>
        ["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"].map((tone) => (vowel + tone).normalize("NFC")),
      );
    const alphabet = [...letters, ..."bcdđghklmnpqrstvx"].join(" ");
    const all = `${alphabet} ${alphabet.toLocaleUpperCase("vi")} 0123456789 ,.;:!?“”‘’–—…-/()%₫°²`;
    const paper = {
      ...minutes,
      body: [paragraph([all, { text: all, bold: true }, { text: all, italic: true }])],
    };
    expect(await typefaces(paper)).toEqual([
      "Tinos-Bold",
      "Tinos-BoldItalic",
      "Tinos-Italic",
      "Tinos-Regular",
    ]);
    expect(flat((await pagesOf(paper)).join())).toContain(flat(all));
  });

  it("is the same, byte for byte, from the same paper", async () => {
    expect(Buffer.from(await renderPdf(minutes)).equals(Buffer.from(await renderPdf(minutes)))).toBe(true);
  });
});

it.each(Object.entries(samplePapers))("%s has what it says", async (_, paper) => {
  const text = flat((await pagesOf(paper)).join());
  for (const said of [paper.title.toLocaleUpperCase("vi"), paper.abstract ?? "", ...paper.recipients]) {
    expect(text).toContain(flat(said));
  }
});

/** Texts whose signs are read back in another order, or are in no typeface. */
const apart = /\p{Script=Hebrew}|\p{Extended_Pictographic}/u;

it.each(hostileTexts.filter((text) => !apart.test(text)))("“%s” is shown as it was typed", async (text) => {
  const columns = [{ title: text, width: 1 }];
  const body = [paragraph(text), { kind: "table" as const, columns, rows: [[text]] }];
  const pages = await pagesOf({ ...minutes, abstract: text, body, recipients: [text] });
  expect(flat(pages.join()).split(flat(text)).length - 1).toBe(5);
});

it("a mark of direction turns nothing around", async () => {
  const [page] = await pagesOf({ ...minutes, body: [paragraph("số tiền \u202e000.15\u202c đồng")] });
  expect(page).toContain("số tiền 000.15 đồng");
});

it("a line break is one, two make an empty line", async () => {
  const [page] = await pagesOf({ ...minutes, body: [paragraph("dòng một\ndòng hai\r\n\r\ndòng bốn")] });
  expect(page).toMatch(/dòng một\ndòng hai\n+dòng bốn/);
});

it("an emoji is spelled, since no typeface here has it", async () => {
  const [page] = await pagesOf({ ...minutes, body: [paragraph("cảm ơn 🙂, nhà 🏠")] });
  expect(page).toContain("cảm ơn [U+1F642], nhà [U+1F3E0]");
});
