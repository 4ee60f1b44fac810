import type { DB } from "#db";
import type { Actor } from "#kernel/actor.ts";
import { unitName, withPredecessors } from "#modules/organization/server/index.ts";
import { toldOfConferences } from "#modules/recommendation/server/index.ts";
import { sql, type Kysely } from "kysely";
import { mayCountBallots } from "../permissions.ts";

/** A conference that was held and whose ballots nobody has entered. */
export type Uncounted = {
  readonly id: string;
  readonly heldOn: string;
  readonly unitName: string;
  readonly topic: string | null;
};

const mostListed = 5;

/** Held conferences without a count that the actor is the one to enter, the latest first; at most five. */
export async function uncountedConferences(
  db: Kysely<DB>,
  actor: Actor,
  today: string,
): Promise<Uncounted[]> {
  const posts = actor.kind === "person" ? actor.posts : [];
  const counting = posts.filter(({ capacity }) => mayCountBallots[capacity]);
  if (counting.length === 0) return [];
  const units = await withPredecessors(
    db,
    counting.map(({ unitId }) => unitId),
  );
  const { rows } = await sql<Uncounted>`
    select c.id, c.held_on as "heldOn", c.topic, ${unitName(sql`c.unit_id`, sql`c.held_on`)} as "unitName"
    from conference c join unit u on u.id = c.unit_id
    where c.unit_id = any(${units}::uuid[]) and c.held_recorded_at is not null
      and not exists (select from ballot b where b.conference_id = c.id)
    order by c.held_on desc, c.id desc limit ${mostListed}`.execute(db);
  const told = await toldOfConferences(
    db,
    actor,
    rows.map(({ id }) => id),
    today,
  );
  return rows.map((one) => ({ ...one, topic: told(one.id, one.topic) }));
}
