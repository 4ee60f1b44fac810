import writeExcelFile from "write-excel-file/node";
import { sheetColumns } from "#modules/organization/ui/unit-sheet.ts";
import { signedIn } from "../../../units/signed-in.ts";
import type { RequestHandler } from "./$types";

const type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** A sheet with the headings, two examples, and columns that keep codes and days as they are typed. */
export const GET: RequestHandler = async (event) => {
  signedIn(event);
  const headings = sheetColumns.map(({ heading }) => ({ value: heading, fontWeight: "bold" as const }));
  const examples = [0, 1].map((row) =>
    sheetColumns.map((column) => ({ value: column.examples[row], type: String, format: "@" })),
  );
  const columns = sheetColumns.map(({ width }) => ({ width }));
  const file = await writeExcelFile([headings, ...examples], { columns, sheet: "Đơn vị" }).toBuffer();
  const headers = { "content-type": type, "content-disposition": 'attachment; filename="don-vi.xlsx"' };
  return new Response(new Uint8Array(file), { headers });
};
