import { collectedColumns } from "#modules/conference/ui/collected-sheet.ts";
import writeExcelFile from "write-excel-file/node";
import { signedIn } from "../../../../units/signed-in.ts";
import type { RequestHandler } from "./$types";

const type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** A sheet with the headings and two examples; its columns keep what is typed as text. */
export const GET: RequestHandler = async (event) => {
  signedIn(event);
  const headings = collectedColumns.map(({ heading }) => ({ value: heading, fontWeight: "bold" as const }));
  const examples = [0, 1].map((row) =>
    collectedColumns.map((column) => ({ value: column.examples[row], type: String, format: "@" })),
  );
  const columns = collectedColumns.map(({ width }) => ({ width }));
  const file = await writeExcelFile([headings, ...examples], { columns, sheet: "Kiến nghị" }).toBuffer();
  const headers = {
    "content-type": type,
    "content-disposition": 'attachment; filename="kien-nghi-thu-thap.xlsx"',
  };
  return new Response(new Uint8Array(file), { headers });
};
