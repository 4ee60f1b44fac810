import { matterSheet } from "#modules/recommendation/ui/matter-sheet.ts";
import { sheetStream, sheetType } from "#platform/server/sheet/sheet-stream.ts";
import { streamed } from "#platform/server/streamed.ts";
import { readerOf } from "../reader.ts";
import { fileHeaders, wholeList } from "../whole-list.ts";
import type { RequestHandler } from "./$types";

/** The list that the address asks for, as a spreadsheet. */
export const GET: RequestHandler = ({ locals, url }) => {
  const { today } = readerOf(locals);
  const { name, heads, widths, cells } = matterSheet(locals.preferences.language);

  async function* rows() {
    yield heads.map((heading) => ({ heading }));
    for await (const matter of wholeList(locals, url)) yield cells(matter);
  }

  const file = sheetStream({ name, widths, frozen: 1, rows: rows() });
  return new Response(streamed(file), { headers: fileHeaders(sheetType, "xlsx", today) });
};
