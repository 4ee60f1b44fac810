import { createHash } from "node:crypto";
import type { DB } from "#db";
import { logDatabaseFault } from "#platform/server/database/fault-log.ts";
import type { Kysely } from "kysely";
import { keepPrint, keptPrint, type Print } from "./print.store.ts";
import { printed } from "./printed.ts";

/** Those who ask for the same file while it is being made wait for the one. */
const beingMade = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();

/**
 * The file of an issued document, of its paper as its reader has just read it: made once and kept. Where a reader is told
 * less than was frozen (decision 24), it is made for them and not kept.
 * @throws Problem of the workshop
 */
export async function printedDocument(
  db: Kysely<DB>,
  print: Print,
  now: Temporal.Instant,
): Promise<Uint8Array<ArrayBuffer>> {
  const { document, ending, paper } = print;
  const kept = await keptPrint(db, print);
  if (kept) return kept;
  const said = createHash("sha256").update(JSON.stringify(paper)).digest("base64");
  const key = [document, ending, said].join(" ");
  const making = beingMade.get(key) ?? make(db, print, now).finally(() => beingMade.delete(key));
  beingMade.set(key, making);
  return making;
}

/** What another process has kept in the meantime is what goes out. A file that could not be kept goes out all the same. */
async function make(db: Kysely<DB>, print: Print, now: Temporal.Instant): Promise<Uint8Array<ArrayBuffer>> {
  const file = await printed(print.ending, print.paper);
  try {
    if (await keepPrint(db, print, file, now)) return file;
    return (await keptPrint(db, print)) ?? file;
  } catch (error) {
    if (!logDatabaseFault(error, { document: print.document })) throw error;
    return file;
  }
}
