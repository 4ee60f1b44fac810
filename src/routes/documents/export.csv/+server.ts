import { plainCell } from "#kernel/sheet-cell.ts";
import { documentSheet } from "#modules/document/ui/document-sheet.ts";
import { csvLine } from "#modules/recommendation/csv.ts";
import { streamed } from "#platform/server/streamed.ts";
import { signedIn } from "../../units/signed-in.ts";
import { fileHeaders, wholeRegister } from "../whole-register.ts";
import type { RequestHandler } from "./$types";

/** The register that the address asks for, as text that any program reads. */
export const GET: RequestHandler = (event) => {
  const { actor, today } = signedIn(event);
  const { heads, cells } = documentSheet(event.locals.preferences.language);

  async function* lines() {
    yield Buffer.from(`\ufeff${csvLine(heads)}`);
    for await (const line of wholeRegister(actor, event.url, today)) {
      yield Buffer.from(csvLine(cells(line).map(plainCell)));
    }
  }

  return new Response(streamed(lines()), { headers: fileHeaders("text/csv; charset=utf-8", "csv", today) });
};
