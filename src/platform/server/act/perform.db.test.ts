import { sql } from "kysely";
import { beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { performOn } from "#acts/perform.ts";
import { testDatabase } from "../../../../tests/support/database.ts";
import { act } from "./act.ts";

const { db } = await testDatabase();
const perform = performOn(db);
const request = {
  actor: { kind: "system", name: "test" },
  now: Temporal.Instant.from("2026-03-02T05:00:00Z"),
} as const;

/** `lost` is a sequence, which no rollback takes back: the connection is lost so many times, then no more. */
await sql`create table word (word text)`.execute(db);
await sql`create sequence lost`.execute(db);
await sql`create sequence crossed`.execute(db);
await sql`create function lose_connection() returns trigger language plpgsql as $$
  begin
    if nextval('lost') <= new.word::int then perform pg_terminate_backend(pg_backend_pid()); end if;
    return null;
  end $$`.execute(db);
await sql`create constraint trigger at_commit after insert on word deferrable initially deferred
  for each row execute function lose_connection()`.execute(db);

beforeEach(async () => {
  await sql`truncate word`.execute(db);
  await sql`select setval('lost', 1, false), setval('crossed', 1, false)`.execute(db);
});

const write = act({
  name: "test.write",
  title: { vi: "Ghi", en: "Write" },
  may: {},
  input: z.strictObject({
    lost: z.int(),
    when: z.enum(["before", "at commit"]),
    steps: z.array(z.unknown()).optional(),
  }),
  problems: {},
  place: () => Promise.resolve({ unitId: null }),
  async run({ trx, input: { lost, when } }) {
    if (when === "before") await sql`select pg_terminate_backend(pg_backend_pid())`.execute(trx);
    await sql`insert into word values (${String(lost)})`.execute(trx);
    return { written: lost };
  },
});

/** The database takes it back so many times, as it does with one of two that wait for each other. */
const cross = act({
  name: "test.cross",
  title: { vi: "Gặp", en: "Cross" },
  may: {},
  problems: {},
  place: () => Promise.resolve({ unitId: null }),
  input: z.strictObject({ lost: z.int(), code: z.enum(["40P01", "40001"]) }),
  async run({ trx, input: { lost, code } }) {
    await sql`insert into word values ('0')`.execute(trx);
    await sql`do ${sql.lit(`begin
      if nextval('crossed') <= ${lost} then raise exception using errcode = '${code}'; end if;
    end`)}`.execute(trx);
    return { written: lost };
  },
});

const written = async () =>
  (await sql<{ n: number }>`select count(*)::int n from word`.execute(db)).rows[0]!.n;

test("the database lost before the commit: nothing was saved, and that is said", async () => {
  const attempt = perform(write, { lost: 1, when: "before" }, request);
  await expect(attempt).rejects.toMatchObject({ definition: { code: "act.busy", status: 503 } });
  expect(await written()).toBe(0);
});

test("lost while it commits: nobody claims that it was saved, or that it was not", async () => {
  const attempt = perform(write, { lost: 1, when: "at commit" }, request);
  await expect(attempt).rejects.toMatchObject({ definition: { code: "act.outcome_unknown", status: 503 } });
});

test("with an idempotency key it is asked again until it is known, and done once", async () => {
  const keyed = { ...request, idempotencyKey: "the-same-key" };
  const input = { lost: 2, when: "at commit" };
  await expect(perform(write, input, keyed)).resolves.toEqual({ written: 2 });
  await expect(perform(write, input, keyed)).resolves.toEqual({ written: 2 });
  expect(await written()).toBe(1);
});

test("the same parts in another order are the same content; another list, or another value, is not", async () => {
  const keyed = { ...request, idempotencyKey: "in-another-order" };
  const again = { ...request, idempotencyKey: "in-a-list" };
  const used = { definition: { code: "act.key_used_for_other_input" } };
  await expect(perform(write, { lost: 0, when: "at commit" }, keyed)).resolves.toEqual({ written: 0 });
  await expect(perform(write, { when: "at commit", lost: 0 }, keyed)).resolves.toEqual({ written: 0 });
  expect(await written()).toBe(1);
  await expect(perform(write, { when: "at commit", lost: 1 }, keyed)).rejects.toMatchObject(used);
  const list = (steps: unknown[]) => perform(write, { lost: 0, when: "at commit", steps }, again);
  await expect(list([{ a: 1, b: { c: [], d: null } }, { e: 2 }])).resolves.toEqual({ written: 0 });
  await expect(list([{ b: { d: null, c: [] }, a: 1 }, { e: 2 }])).resolves.toEqual({ written: 0 });
  await expect(list([{ e: 2 }, { a: 1, b: { c: [], d: null } }])).rejects.toMatchObject(used);
});

test.each(["40P01", "40001"])(
  "an act that crossed another (%s) is made again from its beginning, also without a key",
  async (code) => {
    const crossed = { lost: 3, code };
    await expect(perform(cross, crossed, request)).resolves.toEqual({ written: 3 });
    expect(await written()).toBe(1);
  },
);

test("crossed each time, it says that nothing was saved", async () => {
  const attempt = perform(cross, { lost: 99, code: "40P01" }, request);
  await expect(attempt).rejects.toMatchObject({ definition: { code: "act.busy", status: 503 } });
  expect(await written()).toBe(0);
});

test("when the database stays away, it stays unknown", async () => {
  const keyed = { ...request, idempotencyKey: "another-key" };
  const attempt = perform(write, { lost: 99, when: "at commit" }, keyed);
  await expect(attempt).rejects.toMatchObject({ definition: { code: "act.outcome_unknown" } });
  expect(await written()).toBe(0);
});
