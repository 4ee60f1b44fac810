/**
 * A process that holds the embedded database, for the tests that kill it: `node holder.ts DATA_FOLDER ROLE`.
 * Answers each line of SQL on standard input with its rows, or what refused it, as a line of JSON; ends in good order at the end
 * of input.
 */
import { createInterface } from "node:readline";
import type { Role } from "#platform/server/database/keeper-messages.ts";
import { openDatabase } from "#platform/server/database/open.ts";
import { problemText } from "#platform/server/start-problem.ts";

const [dataFolder = "", role] = process.argv.slice(2);
try {
  const database = await openDatabase({ databaseUrl: undefined, dataFolder }, role as Role);
  console.log("ready");
  for await (const sql of createInterface({ input: process.stdin })) {
    const answer = await database.pool.query(sql).then(
      ({ rows }) => ({ rows: rows as unknown[] }),
      (error: unknown) => ({ refused: String(error) }),
    );
    console.log(JSON.stringify(answer));
  }
  await database.close();
} catch (error) {
  console.error(problemText(error));
  process.exit(1);
}
