import { documentSheet } from "#modules/document/ui/document-sheet.ts";
import { sheetStream, sheetType } from "#platform/server/sheet/sheet-stream.ts";
import { streamed } from "#platform/server/streamed.ts";
import { signedIn } from "../../units/signed-in.ts";
import { fileHeaders, wholeRegister } from "../whole-register.ts";
import type { RequestHandler } from "./$types";

/** The register that the address asks for, as a spreadsheet. */
export const GET: RequestHandler = (event) => {
  const { actor, today } = signedIn(event);
  const { name, heads, widths, cells } = documentSheet(event.locals.preferences.language);

  async function* rows() {
    yield heads.map((heading) => ({ heading }));
    for await (const line of wholeRegister(actor, event.url, today)) yield cells(line);
  }

  const file = sheetStream({ name, widths, frozen: 1, rows: rows() });
  return new Response(streamed(file), { headers: fileHeaders(sheetType, "xlsx", today) });
};
