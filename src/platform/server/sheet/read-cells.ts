import { fromLegacy, legacyEncoding } from "#kernel/legacy-text.ts";
import { cleanText } from "#kernel/vietnamese-text.ts";
import { Problem } from "#kernel/problem.ts";
import { readSheet } from "read-excel-file/node";
import { cellsCovered, fillBlocks, mergedBlocks } from "./merged-cells.ts";
import { sheetProblems as problems } from "./problems.ts";
import { isBeyondReading, isReadOfSheet } from "./sheet-bounds.ts";
import { shownSheet } from "./shown-sheet.ts";
import { formatsOf, withShownValues } from "./shown-values.ts";
import { storedArchive } from "./stored-archive.ts";
import { unzip } from "./unzip.ts";

/** How large a file may be, packed and unpacked, and how many rows and cells of merged blocks it may have. */
export const sheetLimits = {
  bytes: 4 * 1024 * 1024,
  unpacked: 64 * 1024 * 1024,
  rows: 5100,
  merged: 1_000_000,
};

/** So many cells are named that have to be looked at. */
const mostNamed = 5;

/**
 * The cells of the first visible sheet of an Excel file as text, row by row; days as `YYYY-MM-DD`, codes as long as they
 * are shown, formulas as the value they showed, merged cells filled, hidden ones included; lines within a cell stay lines.
 * Texts in an encoding of before Unicode are converted or kept as `choice` says.
 * @throws Problem `too_large`, `unreadable`, `day_or_not`, `legacy_encoding`
 */
export async function readCells(bytes: Buffer, choice?: unknown): Promise<(string | null)[][]> {
  if (bytes.length > sheetLimits.bytes) throw new Problem(problems.too_large, { field: "file" });
  const files = unpacked(bytes);
  if (isBeyondReading(files)) throw new Problem(problems.too_large, { field: "file" });
  const { number, path } = shownSheet(files);
  const sheet = sheetAsShown(files, path);
  files.set(path, Buffer.from(sheet));
  // The reader finds files that the directory does not name: it gets an archive of those that were judged.
  const rows = await sheetRows(storedArchive(files), number);
  if (rows.length > sheetLimits.rows) throw new Problem(problems.too_large, { field: "file" });
  const blocks = mergedBlocks(sheet);
  if (cellsCovered(blocks, rows.length) > sheetLimits.merged)
    throw new Problem(problems.unreadable, { field: "file" });
  return fillBlocks(
    asChosen(rows, choice).map((row) => row.map(textOf)),
    blocks,
  );
}

function unpacked(bytes: Buffer): Map<string, Buffer> {
  try {
    return new Map([...unzip(bytes, sheetLimits.unpacked)].filter(([name]) => isReadOfSheet(name)));
  } catch (error) {
    // zlib says ERR_BUFFER_TOO_LARGE, which is a RangeError; so is reading past the end of a cut-off file.
    const code = (error as { code?: string }).code;
    const tooLarge = error instanceof RangeError && code !== "ERR_OUT_OF_RANGE";
    throw new Problem(tooLarge ? problems.too_large : problems.unreadable, { field: "file" });
  }
}

/** @throws Problem `day_or_not` where a program made a day of what may have been none */
function sheetAsShown(files: ReadonlyMap<string, Buffer>, path: string): string {
  const textOf = (name: string) => files.get(name)?.toString("utf8") ?? "";
  const from1904 = /\sdate1904="(?:1|true)"/.test(textOf("xl/workbook.xml"));
  const { xml, doubtful } = withShownValues(textOf(path), formatsOf(textOf("xl/styles.xml")), from1904);
  if (doubtful.length === 0) return xml;
  const cells = doubtful.slice(0, mostNamed).map(({ place, shown }) => `${place} (${shown})`);
  const more = doubtful.length > mostNamed ? ", …" : "";
  throw new Problem(problems.day_or_not, { field: "file", values: { cells: cells.join(", ") + more } });
}

async function sheetRows(bytes: Buffer, sheet: number): Promise<unknown[][]> {
  try {
    return await readSheet(bytes, sheet);
  } catch {
    throw new Problem(problems.unreadable, { field: "file" });
  }
}

/** The rows as they were typed, or in Unicode; judged as a whole, since a cell alone says too little. */
function asChosen(rows: unknown[][], choice: unknown): unknown[][] {
  if (choice === "keep") return rows;
  const texts = rows.flatMap((row) => row.filter((value) => typeof value === "string"));
  const encoding = legacyEncoding(texts.join("\n"));
  if (encoding === null) return rows;
  if (choice !== "convert") throw new Problem(problems.legacy_encoding, { field: "file" });
  return rows.map((row) =>
    row.map((value) => (typeof value === "string" ? fromLegacy(value, encoding) : value)),
  );
}

function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString().slice(0, 10);
  const text = cleanText(String(value))
    .replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n ?/g, "\n");
  return text === "" ? null : text;
}
