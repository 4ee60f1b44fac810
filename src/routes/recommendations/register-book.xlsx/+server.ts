import { bookCells, bookSheet } from "#modules/recommendation/register-book.ts";
import { sheetStream, sheetType } from "#platform/server/sheet/sheet-stream.ts";
import { streamed } from "#platform/server/streamed.ts";
import { readerOf } from "../reader.ts";
import { wholeList } from "../whole-list.ts";
import type { RequestHandler } from "./$types";

/** The register book as a spreadsheet, as long as it may be. */
export const GET: RequestHandler = ({ locals, url }) => {
  const { today } = readerOf(locals);
  const { name, heads, widths } = bookSheet;

  async function* rows() {
    yield heads.map((heading) => ({ heading }));
    let index = 0;
    for await (const line of wholeList(locals, url)) yield bookCells(line, index++);
  }

  const file = sheetStream({ name, widths, frozen: 1, rows: rows() });
  const disposition = `attachment; filename="so-theo-doi-kien-nghi-${today}.xlsx"`;
  return new Response(streamed(file), {
    headers: { "content-type": sheetType, "content-disposition": disposition },
  });
};
