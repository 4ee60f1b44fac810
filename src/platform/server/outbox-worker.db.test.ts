import type { Transaction } from "kysely";
import type { DB } from "#db";
import { beforeEach, describe, expect, test } from "vitest";
import { testDatabase } from "../../../tests/support/database.ts";
import { enqueue } from "./outbox.ts";
import { forgetDone, workOutbox, type WordHandlers } from "./outbox-worker.ts";

const { db } = await testDatabase();
const noon = Temporal.Instant.from("2026-03-02T05:00:00Z");
const at = (minutes: number) => () => noon.add({ seconds: minutes * 60 });
const say = (topic: string, payload: Record<string, unknown> = {}) =>
  db.transaction().execute((trx) => enqueue(trx, topic, payload, noon));
const lines = () => db.selectFrom("outbox").selectAll().orderBy("id").execute();
const only = async () => (await lines())[0]!;
const quick = (handle: WordHandlers[string]["handle"]): WordHandlers => ({ thing: { slow: false, handle } });
const addField = (trx: Transaction<DB>, code: string) =>
  trx.insertInto("field").values({ code, name: code, position: 1 }).execute();
const fieldsNamed = (code: string) =>
  db.selectFrom("field").select("code").where("code", "=", code).execute();

beforeEach(async () => {
  await db.deleteFrom("outbox").execute();
});

describe("a line of the outbox", () => {
  test("is dealt with once, in order, and marked", async () => {
    for (const number of [1, 2, 3]) await say("thing", { number });
    const heard: unknown[] = [];
    const handlers = quick(async ({ payload }) => void heard.push(payload.number));
    expect(await workOutbox(db, handlers, "quick", at(0))).toBe(3);
    expect(await workOutbox(db, handlers, "quick", at(1))).toBe(0);
    expect([...heard].sort()).toEqual([1, 2, 3]);
    expect(
      (await lines()).every(({ processed_at, attempts }) => processed_at !== null && attempts === 1),
    ).toBe(true);
  });

  test("is shared by two workers without either doing the other's", async () => {
    for (let number = 0; number < 20; number += 1) await say("thing", { number });
    const heard: unknown[] = [];
    const handlers = quick(async ({ payload }) => void heard.push(payload.number));
    const counts = await Promise.all([1, 2].map(() => workOutbox(db, handlers, "quick", at(0))));
    expect(counts[0]! + counts[1]!).toBe(20);
    expect(new Set(heard).size).toBe(20);
    expect(heard).toHaveLength(20);
  });

  test("that nobody listens to is done by that", async () => {
    await say("unheard");
    expect(await workOutbox(db, {}, "quick", at(0))).toBe(1);
    expect((await only()).processed_at).not.toBeNull();
  });

  test("waits in the slow lane while the quick one goes on", async () => {
    await say("letter");
    const handlers = { letter: { slow: true, handle: async () => undefined } };
    expect(await workOutbox(db, handlers, "quick", at(0))).toBe(0);
    expect(await workOutbox(db, handlers, "slow", at(0))).toBe(1);
  });
});

describe("a handler that fails", () => {
  test("leaves nothing behind, and is tried again after a while", async () => {
    await say("thing");
    let failing = true;
    const handlers = quick(async ({ trx }) => {
      await addField(trx, "half_done");
      if (failing) throw new Error("no line");
    });
    await workOutbox(db, handlers, "quick", at(0));
    expect(await fieldsNamed("half_done")).toEqual([]);
    expect(await only()).toMatchObject({ attempts: 1, last_error: "no line", processed_at: null });
    expect(await workOutbox(db, handlers, "quick", at(0.5))).toBe(0);
    failing = false;
    expect(await workOutbox(db, handlers, "quick", at(1))).toBe(1);
    expect(await fieldsNamed("half_done")).toHaveLength(1);
    expect((await only()).processed_at).not.toBeNull();
  });

  test("even by a broken statement, does not hold up the others", async () => {
    await say("thing", { broken: true });
    await say("thing", { broken: false });
    const handlers = quick(async ({ trx, payload }) => {
      if (payload.broken) await addField(trx, "giao_thong"); // is there already
    });
    expect(await workOutbox(db, handlers, "quick", at(0))).toBe(2);
    expect((await lines()).filter(({ processed_at }) => processed_at !== null)).toHaveLength(1);
  });

  test("for the seventh time has failed for good, and stays to be looked into", async () => {
    await say("thing");
    const handlers = quick(() => Promise.reject(new Error("never")));
    let tries = 0;
    for (let minutes = 0; minutes < 2_000; minutes += 1) {
      tries += await workOutbox(db, handlers, "quick", at(minutes));
    }
    expect(tries).toBe(7);
    const line = await only();
    expect(line).toMatchObject({ attempts: 7, last_error: "never", processed_at: null });
    expect(line.failed_at).not.toBeNull();
    expect(await forgetDone(db, noon.add({ hours: 24 * 365 }))).toBe(0);
  });
});

test("what was passed on long ago is forgotten", async () => {
  await say("thing");
  await workOutbox(db, {}, "quick", at(0));
  expect(await forgetDone(db, noon)).toBe(0);
  expect(await forgetDone(db, noon.add({ seconds: 1 }))).toBe(1);
});
