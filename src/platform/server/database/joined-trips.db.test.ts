import { performOn } from "#acts/perform.ts";
import { sql } from "kysely";
import type pg from "pg";
import { afterAll, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { testDatabase } from "../../../../tests/support/database.ts";
import { act } from "../act/act.ts";
import { createKysely, createPool } from "./connect.ts";
import { beginsWith, CommittedAllTheSame, endsWith } from "./joined-trips.ts";

const { db: elsewhere, pool } = await testDatabase();
const joined = createPool({ ...pool.options, max: 1, pipeline: true });
afterAll(() => joined.end());
const db = createKysely(joined);

/** What goes to the server (>) and comes back (<), in its order. */
const seen: string[] = [];
joined.on("connect", (client) => {
  const send = client.query.bind(client) as (...args: unknown[]) => Promise<pg.QueryResult>;
  client.query = ((...args: unknown[]) => {
    const text = String(args[0]);
    seen.push(`> ${text}`);
    const answer = send(...args);
    answer.then(
      () => seen.push(`< ${text}`),
      () => seen.push(`< no: ${text}`),
    );
    return answer;
  }) as typeof client.query;
});

await sql`create table word (word text unique deferrable initially deferred check (word <> 'never'))`.execute(
  elsewhere,
);
await sql`create sequence lost`.execute(elsewhere);
beforeEach(async () => {
  await sql`truncate word`.execute(elsewhere);
  await db.connection().execute(async () => undefined);
  seen.length = 0;
});

const words = async () =>
  (await sql<{ word: string }>`select word from word order by word`.execute(elsewhere)).rows.map(
    ({ word }) => word,
  );

const insert = (word: string) => sql`insert into word values (${word})`;
const text = "insert into word values ($1)";

const look = sql`select 1`;

test("a transaction begins with the question that may go with it, and is committed with its last", async () => {
  await db.transaction().execute(async (trx) => {
    await trx.executeQuery(beginsWith(look.compile(trx)));
    await insert("first").execute(trx);
    await trx.executeQuery(endsWith(insert("last").compile(trx)));
  });
  expect(seen).toEqual([
    "> begin",
    "> select 1",
    "< begin",
    "< select 1",
    `> ${text}`,
    `< ${text}`,
    `> ${text}`,
    "> commit",
    `< ${text}`,
    "< commit",
  ]);
  expect(await words()).toEqual(["first", "last"]);
});

test("what may write waits for the beginning", async () => {
  await db.transaction().execute((trx) => insert("first").execute(trx));
  expect(seen).toEqual(["> begin", "< begin", `> ${text}`, `< ${text}`, "> commit", "< commit"]);
});

test("a last question that the driver itself refuses is told as committed all the same", async () => {
  const unheard = db.transaction().execute(async (trx) => {
    await insert("written").execute(trx);
    const last = sql`select ${{
      toPostgres: () => {
        throw new Error("not to be sent");
      },
    }}::text`;
    await trx.executeQuery(endsWith(last.compile(trx)));
  });
  await expect(unheard).rejects.toBeInstanceOf(CommittedAllTheSame);
  expect(await words()).toEqual(["written"]);
});

test("one in which nothing is asked goes nowhere", async () => {
  await db.transaction().execute(async () => undefined);
  await expect(db.transaction().execute(() => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(seen).toEqual([]);
});

test.each([
  ["its first question fails", ["never"], [], /check/],
  ["its last question fails", ["first"], ["never"], /check/],
  ["its commit fails", ["twice"], ["twice"], /duplicate/],
])("nothing is written where %s, and the connection is good for the next", async (_, first, last, why) => {
  const attempt = db.transaction().execute(async (trx) => {
    for (const word of first) await insert(word).execute(trx);
    for (const word of last) await trx.executeQuery(endsWith(insert(word).compile(trx)));
  });
  await expect(attempt).rejects.toThrow(why);
  expect(await words()).toEqual([]);
  await db.transaction().execute((trx) => insert("next").execute(trx));
  expect(await words()).toEqual(["next"]);
});

test("what is thrown between two questions takes everything back", async () => {
  const attempt = db.transaction().execute(async (trx) => {
    await insert("first").execute(trx);
    throw new Error("no");
  });
  await expect(attempt).rejects.toThrow("no");
  expect(await words()).toEqual([]);
});

await sql`create function lose_connection() returns trigger language plpgsql as $$
  begin
    if new.word = 'lost' and nextval('lost') <= 2 then perform pg_terminate_backend(pg_backend_pid()); end if;
    return null;
  end $$`.execute(elsewhere);
await sql`create constraint trigger at_commit after insert on word deferrable initially deferred
  for each row execute function lose_connection()`.execute(elsewhere);

const write = act({
  name: "test.write",
  title: { vi: "Ghi", en: "Write" },
  may: {},
  input: z.strictObject({ word: z.string() }),
  problems: {},
  place: () => Promise.resolve({ unitId: null }),
  async run({ trx, input: { word } }) {
    await insert(word).execute(trx);
    return { word };
  },
});

test("an act that is lost while it commits is told as unknown, and with a key it is done once", async () => {
  const perform = performOn(db);
  const request = {
    actor: { kind: "system", name: "test" },
    now: Temporal.Instant.from("2026-03-02T05:00:00Z"),
  } as const;
  const lost = perform(write, { word: "lost" }, request);
  await expect(lost).rejects.toMatchObject({ definition: { code: "act.outcome_unknown", status: 503 } });
  const keyed = { ...request, idempotencyKey: "the-same-key" };
  expect(await perform(write, { word: "lost" }, keyed)).toEqual({ word: "lost" });
  expect(await perform(write, { word: "lost" }, keyed)).toEqual({ word: "lost" });
  expect(await words()).toEqual(["lost"]);
});
