import type { Actor } from "#kernel/actor.ts";
import { createPool, forPeople } from "#platform/server/database/connect.ts";
import { structureEdition } from "#platform/server/database/remembered.ts";
import { leanAsker } from "#platform/server/reading/lean.ts";
import type { Reading } from "#platform/server/reading/reading.ts";
import { gate } from "#platform/server/recognition/gate.ts";
import type { Recognised } from "#platform/server/recognition/recognised.ts";
import { sql, type Kysely } from "kysely";
import type pg from "pg";
import { afterAll } from "vitest";
import type { DB } from "#db";

/** Open as long as the edition holds. */
const openGate = gate(
  "test",
  ({ secret, now, standing }) =>
    sql`(${secret} is not null and ${now} is not null and ${standing} is not null)`,
);

type Sent = { readonly name: string; readonly values: readonly unknown[] };

/** Asks lean readings of a test's database, over connections that plan each text once. */
export function leanAsking(db: Kysely<DB>, { options }: pg.Pool, connections = 1) {
  const pool = createPool({ ...options, max: connections }, forPeople, { lean: true });
  afterAll(() => pool.end());
  const askLean = leanAsker(db, pool);
  let sent: Sent | undefined;
  pool.on("connect", (client) => {
    const query = client.query.bind(client) as (...args: unknown[]) => unknown;
    client.query = ((...args: unknown[]) => {
      const [{ name, values }] = args as [{ name?: string; values?: unknown[] }];
      if (name && values) sent = { name, values };
      return query(...args);
    }) as typeof client.query;
  });
  async function recognised(actor: Actor): Promise<Recognised<Actor> & { readonly who: Actor }> {
    const { rows } = await sql<{ edition: string }>`select ${structureEdition} as edition`.execute(db);
    const { edition } = rows[0]!;
    return {
      who: { ...actor, edition } as Actor,
      edition,
      gate: openGate,
      values: (now) => [edition, "", now.toString(), ""],
      forget: () => undefined,
    };
  }
  return {
    pool,
    recognised,
    /** What was asked last, by the name under which its plan is kept. */
    lastAsked: () => sent!,
    /** The answer as JSON; null where it is not lean. */
    async ask(reading: Reading, query: object, one: Recognised<Actor>, now: Temporal.Instant) {
      const asked = { address: JSON.stringify(query), query: () => query };
      const answer = await askLean(reading, asked, one, now);
      return answer && String((await answer.as(undefined)).body);
    },
  };
}
