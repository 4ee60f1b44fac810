import { listConferences } from "#modules/conference/server/index.ts";
import { conferenceSheet } from "#modules/conference/ui/conference-sheet.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { sheetStream, sheetType } from "#platform/server/sheet/sheet-stream.ts";
import { streamed } from "#platform/server/streamed.ts";
import { signedIn } from "../../units/signed-in.ts";
import { filterIn } from "../asked.ts";
import type { RequestHandler } from "./$types";

const part = 500;

/** The list of conferences that the address asks for, as a spreadsheet. */
export const GET: RequestHandler = (event) => {
  const { actor, today } = signedIn(event);
  const { db } = currentDatabase();
  const filter = filterIn(event.url.searchParams);
  const { name, heads, widths, cells } = conferenceSheet();

  async function* rows() {
    yield heads.map((heading) => ({ heading }));
    for (let page = 1; ; page++) {
      const { lines } = await listConferences(db, actor, filter, today, page, part);
      for (const line of lines) yield cells(line);
      if (lines.length < part) return;
    }
  }

  const headers = {
    "content-type": sheetType,
    "content-disposition": `attachment; filename="hoi-nghi-${today}.xlsx"`,
  };
  return new Response(streamed(sheetStream({ name, widths, frozen: 1, rows: rows() })), { headers });
};
