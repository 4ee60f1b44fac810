import writeExcelFile from "write-excel-file/node";
import { mergerColumns } from "#modules/organization/ui/merger-sheet.ts";
import { sheetColumns as unitColumns } from "#modules/organization/ui/unit-sheet.ts";
import { signedIn } from "../../../units/signed-in.ts";
import type { RequestHandler } from "./$types";

const type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** The sheet of units, or of mergers if `?kind=mergers`: the headings, two examples, and columns that keep codes and days as they are typed. */
export const GET: RequestHandler = async (event) => {
  signedIn(event);
  const mergers = event.url.searchParams.get("kind") === "mergers";
  const sheetColumns: readonly { heading: string; width: number; examples: [string, string] }[] = mergers
    ? mergerColumns
    : unitColumns;
  const headings = sheetColumns.map(({ heading }) => ({ value: heading, fontWeight: "bold" as const }));
  const examples = [0, 1].map((row) =>
    sheetColumns.map((column) => ({ value: column.examples[row], type: String, format: "@" })),
  );
  const columns = sheetColumns.map(({ width }) => ({ width }));
  const file = await writeExcelFile([headings, ...examples], {
    columns,
    sheet: mergers ? "Sáp nhập" : "Đơn vị",
  }).toBuffer();
  const name = mergers ? "sap-nhap.xlsx" : "don-vi.xlsx";
  const headers = { "content-type": type, "content-disposition": `attachment; filename="${name}"` };
  return new Response(new Uint8Array(file), { headers });
};
