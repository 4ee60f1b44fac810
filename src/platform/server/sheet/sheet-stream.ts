import type { SheetCell } from "#kernel/sheet-cell.ts";
import { packed, type Packed } from "./packed.ts";
import { packedRows, rowsAtOnce } from "./packed-rows.ts";
import { escaped } from "./sheet-text.ts";
import { zipStream, type ZipEntry } from "./zip-stream.ts";

export type Sheet = {
  readonly name: string;
  /** Of each column, in characters. */
  readonly widths: readonly number[];
  /** Rows at the top that stay in sight. */
  readonly frozen: number;
  readonly rows: Iterable<readonly SheetCell[]> | AsyncIterable<readonly SheetCell[]>;
};

export const sheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** A workbook (.xlsx) of one sheet, written row by row. Text stays text: nothing in it is ever worked out. */
export function sheetStream(sheet: Sheet): AsyncGenerator<Uint8Array> {
  return zipStream([
    ...parts(sheet.name).map(([name, text]): ZipEntry => ({ name, content: [packed(xml + text)] })),
    { name: "xl/worksheets/sheet1.xml", content: sheetParts(sheet) },
  ]);
}

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packages = "http://schemas.openxmlformats.org/package/2006";
const kind = "application/vnd.openxmlformats-officedocument.spreadsheetml";

const text = '<alignment vertical="top" wrapText="1"/>';
const styleOf = (format: number, font: 0 | 1, alignment = '<alignment vertical="top"/>') =>
  `<xf numFmtId="${format}" fontId="${font}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyAlignment="1">${alignment}</xf>`;

const parts = (name: string): [name: string, text: string][] => [
  [
    "[Content_Types].xml",
    `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${kind}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${kind}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${kind}.styles+xml"/></Types>`,
  ],
  [
    "_rels/.rels",
    `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  ],
  [
    "xl/workbook.xml",
    `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${escaped(name)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  ],
  [
    "xl/_rels/workbook.xml.rels",
    `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
  ],
  [
    "xl/styles.xml",
    // Format 49 is text: what looks like a formula stays text even after somebody has edited the cell.
    `<styleSheet xmlns="${main}"><numFmts count="2"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="0.0%"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Times New Roman"/></font><font><b/><sz val="11"/><name val="Times New Roman"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="6">${[styleOf(0, 0), styleOf(49, 0, text), styleOf(49, 1, text), styleOf(164, 0), styleOf(165, 0), styleOf(3, 0)].join("")}</cellXfs></styleSheet>`,
  ],
];

async function* sheetParts({ widths, frozen, rows }: Sheet): AsyncGenerator<Packed> {
  const pane = `<pane ySplit="${frozen}" topLeftCell="A${frozen + 1}" activePane="bottomLeft" state="frozen"/>`;
  const columns = widths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  const view = `<sheetViews><sheetView workbookViewId="0">${frozen > 0 ? pane : ""}</sheetView></sheetViews>`;
  let last = packed(`${xml}<worksheet xmlns="${main}">${view}<cols>${columns.join("")}</cols><sheetData>`);
  yield last;
  let line = 1;
  for await (const some of together(rows)) {
    yield (last = await packedRows({ rows: some, line, crc: last.crc }));
    line += some.length;
  }
  yield packed("</sheetData></worksheet>", last.crc);
}

/** The rows, as many at once as are packed together. */
async function* together(rows: Sheet["rows"]): AsyncGenerator<(readonly SheetCell[])[]> {
  let some: (readonly SheetCell[])[] = [];
  for await (const row of rows) {
    some.push(row);
    if (some.length < rowsAtOnce) continue;
    yield some;
    some = [];
  }
  if (some.length > 0) yield some;
}
