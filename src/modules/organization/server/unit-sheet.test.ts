import { deflateRawSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import writeExcelFile, { type SheetData } from "write-excel-file/node";
import { unitRowsIn } from "../ui/unit-sheet.ts";
import { readCells, sheetLimits } from "#platform/server/sheet/read-cells.ts";
import { unzip } from "#platform/server/sheet/unzip.ts";

const headings = ["Mã đơn vị", "Tên đầy đủ", "Loại", "Mã đơn vị cấp trên", "Từ ngày", "Đến ngày"];
const sheet = (rows: SheetData) => writeExcelFile(rows).toBuffer() as Promise<Buffer>;
const rowsIn = async (rows: SheetData) => unitRowsIn(await readCells(await sheet([headings, ...rows])));
const codeOf = (code: string) => ({ definition: { code: `sheet.${code}` } });

describe("what stands in the cells", () => {
  it("is read with its line; days as days, typed or picked; 31/2 stays as it was typed", async () => {
    const picked = { value: new Date(Date.UTC(2025, 6, 1)), type: Date, format: "dd/mm/yyyy" };
    const rows = await rowsIn([
      ["T1", "Thôn  Đông Cao ", "Thôn", "XA", picked, "31/12/2030"],
      ["T2", "Thôn Tây", "thôn", null, "1/7/2025", "31/2/2026"],
    ]);
    expect(rows).toEqual([
      {
        line: 2,
        code: "T1",
        name: "Thôn Đông Cao",
        kind: "Thôn",
        parent: "XA",
        from: "2025-07-01",
        until: "2030-12-31",
      },
      { line: 3, code: "T2", name: "Thôn Tây", kind: "thôn", from: "2025-07-01", until: "31/2/2026" },
    ]);
  });

  it("leaves blank rows out and keeps the lines of the others", async () => {
    const rows = await rowsIn([
      ["T1", "Thôn 1", "Thôn"],
      [null, null, null],
      [null],
      ["T2", "Thôn 2", "Thôn"],
    ]);
    expect(rows?.map(({ line, code }) => [line, code])).toEqual([
      [2, "T1"],
      [5, "T2"],
    ]);
  });

  it("gives every row of a merged block the value shown across it", async () => {
    const rows = await rowsIn([
      ["T1", "Thôn 1", { value: "Thôn", rowSpan: 3 }, { value: "XA", rowSpan: 2 }],
      ["T2", "Thôn 2", null, null],
      ["T3", "Thôn 3", null, null],
    ]);
    expect(rows?.map(({ kind, parent }) => [kind, parent])).toEqual([
      ["Thôn", "XA"],
      ["Thôn", "XA"],
      ["Thôn", undefined],
    ]);
  });

  it("finds the headings under a title, in another order and without tone marks", async () => {
    const file = await sheet([
      ["DANH SÁCH THÔN"],
      [],
      ["ten day du", "LOAI", "ma don vi"],
      ["Thôn 1", "Thôn", 7],
    ]);
    expect(unitRowsIn(await readCells(file))).toEqual([{ line: 4, code: "7", name: "Thôn 1", kind: "Thôn" }]);
  });

  it("takes text that looks like a formula for text", async () => {
    const rows = await rowsIn([["T1", '=HYPERLINK("http://nowhere.invalid")', "Thôn"]]);
    expect(rows?.[0]?.name).toBe('=HYPERLINK("http://nowhere.invalid")');
  });

  it("knows no rows without the headings that every row needs", async () => {
    expect(
      unitRowsIn(
        await readCells(
          await sheet([
            ["Mã đơn vị", "Tên"],
            ["T1", "Thôn 1"],
          ]),
        ),
      ),
    ).toBeNull();
  });
});

describe("a file that is no sheet", () => {
  it.each([
    ["empty", Buffer.alloc(0)],
    ["text", Buffer.from("Mã,Tên\nT1,Thôn 1")],
    ["an old .xls", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0])],
    ["the beginning of an archive", Buffer.from("PK\u0003\u0004")],
    ["an end without a directory", Buffer.concat([Buffer.from("PK\u0005\u0006"), Buffer.alloc(18, 0xff)])],
  ])("is refused in a sentence: %s", async (_, bytes) => {
    await expect(readCells(bytes)).rejects.toMatchObject(codeOf("unreadable"));
  });

  it("is refused when it was cut off, wherever that was", async () => {
    const whole = await sheet([headings, ["T1", "Thôn 1", "Thôn"]]);
    for (const part of [0.1, 0.5, 0.9, 0.99]) {
      const cut = whole.subarray(0, Math.floor(whole.length * part));
      await expect(readCells(cut)).rejects.toMatchObject(codeOf("unreadable"));
    }
  });

  it("is refused when it is too large, or would unpack to too much", async () => {
    const large = Buffer.alloc(sheetLimits.bytes + 1);
    await expect(readCells(large)).rejects.toMatchObject(codeOf("too_large"));
    const bomb = archiveOf("xl/worksheets/sheet1.xml", Buffer.alloc(sheetLimits.unpacked + 1, 32));
    expect(bomb.length).toBeLessThan(sheetLimits.bytes);
    await expect(readCells(bomb)).rejects.toMatchObject(codeOf("too_large"));
  });
});

it("an archive gives its files back", () => {
  const content = Buffer.from("đối thoại");
  expect(unzip(archiveOf("a/b.txt", content), 100)).toEqual(new Map([["a/b.txt", content]]));
});

/** A ZIP archive with one file, whose directory lies about nothing but says no sizes unpacked. */
function archiveOf(name: string, content: Buffer): Buffer {
  const packed = deflateRawSync(content);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt16LE(name.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(46 + name.length, 12);
  end.writeUInt32LE(30 + name.length + packed.length, 16);
  return Buffer.concat([local, Buffer.from(name), packed, entry, Buffer.from(name), end]);
}
