import writeExcelFile from "write-excel-file/node";
import { successionColumns } from "#modules/organization/ui/succession-sheet.ts";
import { sheetColumns as unitColumns } from "#modules/organization/ui/unit-sheet.ts";
import { signedIn } from "../../../units/signed-in.ts";
import type { RequestHandler } from "./$types";

const type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** The sheet of units, or of arrangements if `?kind=successions`: the headings, examples, and columns that keep codes and days as they are typed. */
export const GET: RequestHandler = async (event) => {
  signedIn(event);
  const successions = event.url.searchParams.get("kind") === "successions";
  const sheetColumns: readonly { heading: string; width: number; examples: readonly string[] }[] = successions
    ? successionColumns
    : unitColumns;
  const headings = sheetColumns.map(({ heading }) => ({ value: heading, fontWeight: "bold" as const }));
  const examples = sheetColumns[0]!.examples.map((_, row) =>
    sheetColumns.map((column) => ({ value: column.examples[row], type: String, format: "@" })),
  );
  const columns = sheetColumns.map(({ width }) => ({ width }));
  const file = await writeExcelFile([headings, ...examples], {
    columns,
    sheet: successions ? "Sắp xếp" : "Đơn vị",
  }).toBuffer();
  const name = successions ? "sap-xep.xlsx" : "don-vi.xlsx";
  const headers = { "content-type": type, "content-disposition": `attachment; filename="${name}"` };
  return new Response(new Uint8Array(file), { headers });
};
