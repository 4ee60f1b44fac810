import { csvLine } from "#kernel/csv-line.ts";
import { fileName as savedAs } from "./file-name.ts";
import type { ListSheet } from "#platform/server/reading/reading.ts";
import { sheetStream, sheetType } from "#platform/server/sheet/sheet-stream.ts";
import { streamed } from "#platform/server/streamed.ts";
import type { RequestEvent } from "@sveltejs/kit";

type Lines<Line> = Iterable<Line> | AsyncIterable<Line>;

/** Who asks, and by which address. */
export type Asking = Pick<RequestEvent, "locals" | "url">;

export type SheetEnding = "xlsx" | "csv";

const types: Record<SheetEnding, string> = { xlsx: sheetType, csv: "text/csv; charset=utf-8" };

/** A list as a file to be saved: a spreadsheet, or text that any program reads; written while it is read. */
export function sheetFile<Line>(
  sheet: ListSheet<Line>,
  lines: Lines<Line>,
  fileName: string,
  ending: SheetEnding,
): Response {
  const { name, widths } = sheet;
  const file =
    ending === "csv"
      ? csvText(sheet, lines)
      : sheetStream({ name, widths, frozen: 1, rows: rowsOf(sheet, lines) });
  const headers = {
    "content-type": types[ending],
    "content-disposition": `attachment; filename="${savedAs([fileName], ending)}"`,
  };
  return new Response(streamed(file), { headers });
}

type TemplateColumn = {
  readonly heading: string;
  readonly width: number;
  readonly examples: readonly string[];
};

/** A sheet to be filled in: its headings, and rows of examples in cells that keep what is typed. */
export function templateFile(name: string, columns: readonly TemplateColumn[], fileName: string): Response {
  const sheet: ListSheet<number> = {
    name,
    heads: columns.map(({ heading }) => heading),
    widths: columns.map(({ width }) => width),
    cells: (row) => columns.map(({ examples }) => examples[row] ?? ""),
  };
  return sheetFile(sheet, columns[0]!.examples.keys(), fileName, "xlsx");
}

async function* rowsOf<Line>({ heads, cells }: ListSheet<Line>, lines: Lines<Line>) {
  yield heads.map((heading) => ({ heading }));
  for await (const line of lines) yield cells(line);
}

async function* csvText<Line>({ heads, cells }: ListSheet<Line>, lines: Lines<Line>) {
  yield Buffer.from(`\ufeff${csvLine(heads)}`);
  for await (const line of lines) yield Buffer.from(csvLine(cells(line)));
}
