import { csvLine } from "#modules/recommendation/csv.ts";
import { matterSheet } from "#modules/recommendation/ui/matter-sheet.ts";
import { streamed } from "#platform/server/streamed.ts";
import { readerOf } from "../reader.ts";
import { fileHeaders, wholeList } from "../whole-list.ts";
import type { RequestHandler } from "./$types";

/** The list that the address asks for, as text that any program reads. */
export const GET: RequestHandler = ({ locals, url }) => {
  const { today } = readerOf(locals);
  const { heads, cells } = matterSheet(locals.preferences.language);

  async function* lines() {
    yield Buffer.from(`\ufeff${csvLine(heads)}`);
    for await (const matter of wholeList(locals, url)) {
      yield Buffer.from(csvLine(cells(matter)));
    }
  }

  const headers = fileHeaders("text/csv; charset=utf-8", "csv", today);
  return new Response(streamed(lines()), { headers });
};
