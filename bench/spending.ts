import type pg from "pg";
import type { Bench } from "./asking.ts";
import { load, type Ask, type LoadFigures } from "./load.ts";
import { databaseTimeOf, servingTimeOf } from "./processes.ts";

/** Milliseconds of processor time for each request: of the server, and of the database. */
export type Spent = { serverMs: number; databaseMs: number };

/**
 * Asks as `load` does, once until what is asked again and again is compiled, then once more, measured with the processor
 * time that each request took.
 */
export async function spending(
  { origin, database, seconds, server }: Bench,
  connections: number,
  ask: (n: number) => Ask,
): Promise<{ figures: LoadFigures; spent: Spent }> {
  const taken = () => timeTaken(server, database.pool);
  let asked = 0;
  await load(origin, connections, seconds, ask);
  const before = taken();
  const figures = await load(origin, connections, seconds, (n) => {
    asked = Math.max(asked, n + 1);
    return ask(n);
  });
  const after = taken();
  return {
    figures,
    spent: {
      serverMs: (after.server - before.server) / asked,
      databaseMs: (after.database - before.database) / asked,
    },
  };
}

/** Milliseconds of processor time that the server and its database have taken so far. */
export const timeTaken = (server: number, pool: pg.Pool) => ({
  server: servingTimeOf(server),
  database: databaseTimeOf(String(pool.options.host)),
});
