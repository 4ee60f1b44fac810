import type { PaperEnding } from "#modules/document/paper-endings.ts";
import { sides } from "#modules/document/document-model.ts";
import { bookOf } from "#modules/recommendation/server/index.ts";
import { paperResponse, sideAsked } from "../paper-response.ts";
import { askedIn } from "./asked.ts";
import { readerOf } from "./reader.ts";

/** The register book that the address asks for, by the same questions as the list. */
export async function bookFile(locals: App.Locals, url: URL, ending: PaperEnding): Promise<Response> {
  const { db, actor, today } = readerOf(locals);
  const book = await bookOf(db, actor, { ...askedIn(url), side: sideAsked(url, sides) }, today);
  return paperResponse(book, ending, today);
}
