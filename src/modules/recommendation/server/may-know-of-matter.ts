import type { Actor } from "#kernel/actor.ts";
import { readScope } from "#modules/organization/server/index.ts";
import type { DB } from "#db";
import { sql, type Kysely } from "kysely";
import { readableIn } from "./visibility.ts";

/** Whether an actor may know that a matter is there; to anybody else it is as though it were not. */
export async function mayKnowOfMatter(
  db: Kysely<DB>,
  actor: Actor,
  matterId: string,
  today: string,
): Promise<boolean> {
  const scope = await readScope(db, actor);
  const { rows } = await sql`
    select from recommendation r join unit u on u.id = r.unit_id
    where r.id = ${matterId} and ${readableIn(scope, today)}`.execute(db);
  return rows.length > 0;
}
