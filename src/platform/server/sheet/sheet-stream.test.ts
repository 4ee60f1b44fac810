import { buffer } from "node:stream/consumers";
import type { SheetCell } from "#kernel/sheet-cell.ts";
import { readSheet } from "read-excel-file/node";
import { expect, test } from "vitest";
import { unzip } from "./unzip.ts";
import { sheetStream } from "./sheet-stream.ts";

const written = async (rows: AsyncIterable<SheetCell[]> | SheetCell[][]) =>
  buffer(sheetStream({ name: "Kiến nghị & <thử>", widths: [20, 40], frozen: 1, rows }));
/** Marks, references and the characters that XML 1.0 has; in a text no ">", which may end what was never begun. */
const ofXml =
  /^(?:<[^<>\ufffe\uffff]+>|&(?:amp|lt|gt|quot|#13);|[\t\n\u0020-%'-;=?-\ud7ff\ue000-\ufffd]|[\ud800-\udbff][\udc00-\udfff])+$/;
const readBack = async (rows: SheetCell[][]) => readSheet(await written(rows));

test("another program reads what was written: texts, numbers, days, shares, gaps", async () => {
  const rows = await readBack([
    [{ heading: "Mã" }, { heading: "Nội dung" }],
    ["MC-1", 'đường "ổ voi" <b> & cầu\nhai dòng', null, 12, { day: "2026-03-02" }, { share: 86.5 }],
  ]);
  expect(rows[0]!.slice(0, 2)).toEqual(["Mã", "Nội dung"]);
  const [code, words, gap, count, day, share] = rows[1]!;
  expect([code, words, gap, count, share]).toEqual([
    "MC-1",
    'đường "ổ voi" <b> & cầu\nhai dòng',
    null,
    12,
    0.865,
  ]);
  expect((day as unknown as Date).toISOString().slice(0, 10)).toBe("2026-03-02");
});

test.each(["=1+1", "+84", "-1", "@a", '=HYPERLINK("http://a.vn")', "\t=1", "＝1"])(
  "%j is text, not a formula",
  async (text) => {
    const [[cell]] = (await readBack([[`${text}`]])) as [[unknown]];
    expect(String(cell).trim()).toBe(text.trim());
    expect(typeof cell).toBe("string");
  },
);

test("what XML cannot hold is left out, what is too long for a cell is cut", async () => {
  const [[short, long]] = (await readBack([["a\u0000b\ud800c", "x".repeat(40_000)]])) as [[string, string]];
  expect(short).toBe("ab\ufffdc");
  expect(long).toHaveLength(32_767);
});

test("no character and no mark of XML breaks the file, each comes back as it was where XML holds it", async () => {
  const every = Array.from({ length: 0x10000 }, (_, unit) => String.fromCharCode(unit)).join("");
  const odd = ["]]>", "<![CDATA[x]]>", "&#0;", "a\r\nb\rc", "<!--", "?>", "😀", "\ud800\ud800", "\udc00"];
  const files = unzip(
    await written([[every.slice(0, 0x7000)], [every.slice(0x7000, 0xe000)], [every.slice(0xe000)], odd]),
    9_000_000,
  );
  for (const [name, content] of files) expect(ofXml.test(content.toString("utf8")), name).toBe(true);
  const [[cell, line]] = (await readBack([["a ]]> b", "a\r\nb"]])) as [[string, string]];
  expect([cell, line]).toEqual(["a ]]> b", "a\r\nb"]);
});

test("columns beyond the twenty-sixth keep their place", async () => {
  const cells = Array.from({ length: 30 }, (_, index) => index);
  expect((await readBack([cells]))[0]).toEqual(cells);
});

test("it is given out while rows are still being made, and stops making them when nobody reads on", async () => {
  let made = 0;
  let ended = false;
  async function* rows() {
    try {
      for (; made < 1_000_000; made++) yield [`dòng ${made} ${Math.random()}`];
    } finally {
      ended = true;
    }
  }
  const stream = sheetStream({ name: "a", widths: [9], frozen: 0, rows: rows() });
  let taken = 0;
  for await (const chunk of stream) {
    taken += chunk.length;
    if (taken > 50_000) break;
  }
  expect(made).toBeGreaterThan(0);
  expect(made).toBeLessThan(500_000);
  await expect.poll(() => ended).toBe(true);
});

test("a fault of the rows is the fault of the file", async () => {
  async function* rows(): AsyncGenerator<SheetCell[]> {
    yield ["một"];
    throw new Error("hỏng giữa chừng");
  }
  await expect(written(rows() as AsyncIterable<SheetCell[]>)).rejects.toThrow("hỏng giữa chừng");
});
