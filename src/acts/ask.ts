import { standing } from "#modules/organization/server/index.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import type { OpenDatabase } from "#platform/server/database/open.ts";
import { admission, asker, type Ask, type Databases } from "#platform/server/reading/ask.ts";
import { leanAsker, type AskLean } from "#platform/server/reading/lean.ts";

/** The runner over a database, with rights judged by the posts that the organization knows. */
export function askOn(databases: Databases): Ask {
  return asker(databases, standing);
}

/** Whether it may be asked; nothing is read yet. */
export const admitOn = (databases: Databases) => admission(databases, standing);

let leanOf: { readonly of: OpenDatabase; readonly ask: AskLean } | undefined;

/** Asks it in one question, where that can be; null where it is to be asked the usual way. */
export const askLean: AskLean = (...asked) => {
  const of = currentDatabase();
  if (!of.leanPool) return Promise.resolve(null);
  if (leanOf?.of !== of) leanOf = { of, ask: leanAsker(of.db, of.leanPool) };
  return leanOf.ask(...asked);
};

/** Asks the register of this process. */
export const ask: Ask = (reading, query, request) => askOn(currentDatabase())(reading, query, request);
