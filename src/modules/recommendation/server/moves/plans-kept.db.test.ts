import { performOn } from "#acts/perform.ts";
import type { Act } from "#platform/server/act/act.ts";
import { createKysely, createPool } from "#platform/server/database/connect.ts";
import { structureEdition } from "#platform/server/database/remembered.ts";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildCast, noon, today, type Cast } from "../../../../../tests/support/cast.ts";
import { testDatabase } from "../../../../../tests/support/database.ts";
import { draftAnswer } from "./answer.ts";
import { assign } from "./assign.ts";
import { receive } from "../receipt/receive.ts";

// Planning a statement costs several times what doing it does. The server says of each that it plans, those of triggers and
// functions too: after a few of a kind it has to have kept them all.

const { pool } = await testDatabase();
const one = createPool({ ...pool.options, max: 1 });
afterAll(() => one.end());
const db = createKysely(one);
const perform = performOn(db);

let planned = 0;
one.on("connect", (client) =>
  client.on("notice", ({ message }) => void (planned += message === "PLANNER STATISTICS" ? 1 : 0)),
);

let cast: Cast;
beforeAll(async () => {
  cast = await buildCast(db);
});

const warmUp = 12;
const times = 20;

/** How many plans a call makes, once the same was done some times. */
async function plansOf(call: (n: number) => Promise<unknown>): Promise<number> {
  for (let n = 0; n < warmUp; n++) await call(n);
  await sql`set log_planner_stats = on`.execute(db);
  await sql`set client_min_messages = log`.execute(db);
  await call(warmUp);
  planned = 0;
  for (let n = 0; n < times; n++) await call(warmUp + 1 + n);
  const plans = planned;
  await sql`set log_planner_stats = off`.execute(db);
  return plans / times;
}

test("the server's own word is heard", async () => {
  expect(await plansOf((n) => sql.raw(`select ${n} as never_the_same_${n}`).execute(db))).toBeGreaterThan(
    0.9,
  );
});

test("what comes in, is assigned and answered is planned once for a connection", async () => {
  const office = await cast.holder("office_secretary", "A");
  const head = await cast.holder("agency_head", "A-KT");
  const { rows } = await sql<{ edition: string }>`select ${structureEdition} as edition`.execute(db);
  const actor = { ...office, edition: rows[0]!.edition };
  const agency = { ...head, edition: actor.edition };
  const done = async (act: Act, input: object, by = actor) =>
    (await perform(act, input, { actor: by, now: noon })) as { code: string };
  const said = { unit: "A", field: "giao_thong", received_on: today, text: "Đường hỏng", raised_by: "Bà Tư" };
  const codes: string[] = [];
  const comesIn = async () => void codes.push((await done(receive as Act, said)).code);
  await sql`vacuum analyze`.execute(db);
  const plans: Record<string, number> = { receive: await plansOf(comesIn) };
  const moves: [string, Act, object, typeof actor][] = [
    ["assign", assign as unknown as Act, { lead: "A-KT", due: "2026-03-20" }, actor],
    ["draft_answer", draftAnswer as unknown as Act, { outcome: "explained", text: "Đã xem" }, agency],
  ];
  for (const [name, act, input, by] of moves)
    plans[name] = await plansOf((n) => done(act, { recommendation: codes[n]!, ...input }, by));
  expect(plans).toEqual(Object.fromEntries(Object.keys(plans).map((name) => [name, 0])));
});
