import { expect, test } from "vitest";
import writeExcelFile from "write-excel-file/node";
import { readCells } from "./read-cells.ts";
import { storedArchive } from "./stored-archive.ts";
import { unzip } from "./unzip.ts";

const most = 1_000_000;
const sheetSaying = (word: string) => writeExcelFile([[word]]).toBuffer() as Promise<Buffer>;

/** Where the directory of an archive begins. */
const directoryOf = (archive: Buffer) => archive.readUInt32LE(archive.length - 22 + 16);

/** The first archive with the files of the second lying in it, which its directory does not name. */
function smuggled(archive: Buffer, other: Buffer): Buffer {
  const [at, hidden] = [directoryOf(archive), other.subarray(0, directoryOf(other))];
  const whole = Buffer.concat([archive.subarray(0, at), hidden, archive.subarray(at)]);
  whole.writeUInt32LE(at + hidden.length, whole.length - 22 + 16);
  return whole;
}

test("what is read is what was judged: a file that the directory does not name is not there", async () => {
  const file = smuggled(await sheetSaying("đã xét"), await sheetSaying("chưa xét"));
  expect(await readCells(file)).toEqual([["đã xét"]]);
});

test("an archive that was laid out anew holds the same files", async () => {
  const files = unzip(await sheetSaying("nguyên văn"), most);
  expect(unzip(storedArchive(files), most)).toEqual(files);
  expect(await readCells(storedArchive(files))).toEqual([["nguyên văn"]]);
});

test.each([
  ["a row with an exponent", "xl/worksheets/sheet1.xml", '<row r="1e9">'],
  ["a cell with an exponent", "xl/worksheets/sheet1.xml", '<c r="A1e9">'],
  ["a row in hexadecimal", "xl/worksheets/sheet1.xml", '<row r="0x3B9ACA00">'],
  ["a row with spaces", "xl/worksheets/sheet1.xml", '<row r=" 1000000000 ">'],
  ["a column of other letters", "xl/worksheets/sheet1.xml", '<c r="中中中1">'],
  ["a place written with entities", "xl/worksheets/sheet1.xml", '<row r="&#49;000000000">'],
  ["an attribute with a prefix", "xl/worksheets/sheet1.xml", '<row x:r="1000000000">'],
  ["a sheet in another folder", "xl/other.xml", '<row r="1000000000">'],
  ["a sheet by another ending", "xl/other.xml.rels", '<row r="1000000000">'],
])("%s is refused before it is read", async (_, path, row) => {
  const files = unzip(await sheetSaying("một"), most);
  const xml = files.get("xl/worksheets/sheet1.xml")!.toString();
  const relations = files.get("xl/_rels/workbook.xml.rels")!.toString();
  files.delete("xl/worksheets/sheet1.xml");
  files.set(path, Buffer.from(xml.replace(/<sheetData>/, `<sheetData>${row.replace(">", "/>")}`)));
  const moved = relations.replace("worksheets/sheet1.xml", path.replace("xl/", ""));
  files.set("xl/_rels/workbook.xml.rels", Buffer.from(moved));
  await expect(readCells(storedArchive(files))).rejects.toMatchObject({
    definition: { code: "sheet.too_large" },
  });
});

/** A workbook of one row of numbers, each with a format of its own. */
async function numbersAs(...cells: readonly [value: number, format: string][]): Promise<Buffer> {
  return writeExcelFile([
    cells.map(([value, format]) => ({ value, type: Number, format })),
  ]).toBuffer() as Promise<Buffer>;
}

test("a code is read as long as it is shown, and an hour as one", async () => {
  const sheet = await numbersAs([123, "00000"], [123, "0"], [7, '00"-A"'], [0.3125, "h:mm"], [1500, "#,##0"]);
  expect(await readCells(sheet)).toEqual([["00123", "123", "7", "07:30", "1500"]]);
});

test("what the program made a day without a year is asked about by its cell", async () => {
  const [day] = [46027]; // 5 January 2026
  for (const format of ["d-mmm", "dd/mm", "d\\-m", "mmm-yy", "[$-42A]dd-mmm"])
    await expect(readCells(await numbersAs([1, "0"], [day, format]))).rejects.toMatchObject({
      definition: { code: "sheet.day_or_not" },
      vi: expect.stringContaining("Ô B1 (05/01/2026):"),
    });
  expect(await readCells(await numbersAs([day, "dd/mm/yyyy"]))).toEqual([["2026-01-05"]]);
});

test("the first sheet that can be seen is read, with its own merged cells", async () => {
  const sheets = (await writeExcelFile([
    { sheet: "Danh mục", data: [["ẩn"]] },
    { sheet: "Biểu", data: [[{ value: "hiện", columnSpan: 2 }, null]] },
  ]).toBuffer()) as Buffer;
  expect(await readCells(sheets)).toEqual([["ẩn"]]);
  for (const state of ["hidden", "veryHidden"]) {
    const files = unzip(sheets, most);
    const workbook = files.get("xl/workbook.xml")!.toString();
    files.set("xl/workbook.xml", Buffer.from(workbook.replace("<sheet ", `<sheet state="${state}" `)));
    expect(await readCells(storedArchive(files))).toEqual([["hiện", "hiện"]]);
  }
});

test("cells typed in TCVN3 are read as such when their writer says so, and never before they are cleaned", async () => {
  const typed = [["Nội dung"], ["§Ò nghÞ söa ®\u00adêng"], ["NguyÔn V¨n An"], ["Khu 3"]];
  const sheet = (await writeExcelFile(typed).toBuffer()) as Buffer;
  await expect(readCells(sheet)).rejects.toMatchObject({ definition: { code: "sheet.legacy_encoding" } });
  expect(await readCells(sheet, "convert")).toEqual([
    ["Nội dung"],
    ["Đề nghị sửa đường"],
    ["Nguyễn Văn An"],
    ["Khu 3"],
  ]);
  expect((await readCells(sheet, "keep"))[2]).toEqual(["NguyÔn V¨n An"]);
});
