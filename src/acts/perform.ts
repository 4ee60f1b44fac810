import { standing } from "#modules/organization/server/index.ts";
import { performer, type Perform } from "#platform/server/act/perform.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import type { DB } from "#db";
import type { Kysely } from "kysely";

/** The runner over a database, with rights judged by the posts that the organization knows. */
export function performOn(db: Kysely<DB>): Perform {
  return performer(db, standing);
}

/** Performs an act on the database of this process. */
export const perform: Perform = (act, input, request) => performOn(currentDatabase().db)(act, input, request);
