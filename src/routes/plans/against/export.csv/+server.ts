import { plainCell } from "#kernel/sheet-cell.ts";
import { againstSheet } from "#modules/planning/ui/against-sheet.ts";
import { csvLine } from "#modules/recommendation/csv.ts";
import { fileHeaders, readAgainst } from "../read-against.ts";
import type { RequestHandler } from "./$types";

/** The table by unit, as text that any program reads. */
export const GET: RequestHandler = async (event) => {
  const against = await readAgainst(event);
  const lines = againstSheet(against).map((cells) => csvLine(cells.map(plainCell)));
  const headers = fileHeaders(against, "text/csv; charset=utf-8", "csv");
  return new Response(`\ufeff${lines.join("")}`, { headers });
};
