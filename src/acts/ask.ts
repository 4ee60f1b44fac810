import { standing } from "#modules/organization/server/index.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { admission, asker, type Ask, type Databases } from "#platform/server/reading/ask.ts";

/** The runner over a database, with rights judged by the posts that the organization knows. */
export function askOn(databases: Databases): Ask {
  return asker(databases, standing);
}

/** Whether it may be asked; nothing is read yet. */
export const admitOn = (databases: Databases) => admission(databases, standing);

/** Asks the register of this process. */
export const ask: Ask = (reading, query, request) => askOn(currentDatabase())(reading, query, request);
