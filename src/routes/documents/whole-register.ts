import type { Actor } from "#kernel/actor.ts";
import { listDocuments, type DocumentLine, type DocumentPage } from "#modules/document/server/index.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { askedIn } from "./asked.ts";

const part = 500;

/** Every line of the register that the address asks for, read part by part. */
export async function* wholeRegister(actor: Actor, url: URL, today: string): AsyncGenerator<DocumentLine> {
  const { db } = currentDatabase();
  let page = 0;
  let read: DocumentPage;
  do {
    page += 1;
    read = await listDocuments(db, actor, askedIn(url), today, page, part);
    yield* read.lines;
  } while (read.lines.length === part);
}

/** What a browser needs to save the register under a name of its own. */
export function fileHeaders(type: string, ending: string, today: string): Record<string, string> {
  return {
    "content-type": type,
    "content-disposition": `attachment; filename="so-van-ban-${today}.${ending}"`,
  };
}
