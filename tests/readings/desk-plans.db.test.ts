import type { Actor, Capacity } from "#kernel/actor.ts";
import { latestConferences } from "#modules/conference/server/index.ts";
import { readDesk } from "#modules/desk/server/index.ts";
import { countRegisters } from "#modules/recommendation/server/index.ts";
import { createPool, forPeople } from "#platform/server/database/connect.ts";
import {
  answersOf,
  canBeAskedAgain,
  recorded,
  recordingDatabase,
} from "#platform/server/database/recorded.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildCast, today, type Cast } from "../support/cast.ts";
import { testDatabase } from "../support/database.ts";
import { leanAsking } from "../support/lean-asking.ts";
import { literal, MATTERS, nationOfMatters, reads, type PlanNode } from "../support/nation-of-matters.ts";

// Whether a desk is as it was drawn is asked in one question, which is planned once: it reads no whole table, and no more of
// the matters for a nation than for a commune.

const { db, pool } = await testDatabase();
const lean = leanAsking(db, pool);
const asking = createPool({ ...pool.options, max: 1 }, forPeople, { lean: true });
afterAll(() => asking.end());
let cast: Cast;

beforeAll(async () => {
  cast = await buildCast(db);
  await nationOfMatters(db, cast);
  await countRegisters(db, today);
}, 120_000);

const readers = [
  ["office_secretary", "A"],
  ["chairperson", "A"],
  ["front_chair", "A"],
  ["office_secretary", "T"],
  ["chairperson", "T"],
  ["front_chair", "T"],
  ["chairperson", "VN"],
  ["front_chair", "VN"],
  ["village_head", "A-1"],
  ["administrator", "T"],
] as const satisfies readonly (readonly [Capacity, string])[];

/** Of one row each, and of what has changed a moment ago. */
const small: ReadonlySet<string> = new Set(["tally_day", "dialogue_edition", "register_change"]);

/** The questions of somebody's desk, as one. */
async function deskAsked(actor: Actor) {
  const { told } = await recorded(
    { db, pool },
    async () => {
      const { lean: recording } = recordingDatabase()!;
      await readDesk(recording, actor, today);
      await latestConferences(recording, actor, "held", today, 5);
      await latestConferences(recording, actor, "prepared", today, 5);
    },
    (_, asked) => Promise.resolve(asked),
  );
  expect(told && canBeAskedAgain(told)).toBe(true);
  expect(told!.lean).toBe(true);
  return answersOf(told!);
}

test.each(readers)("the desk of a %s of %s", async (capacity, unit) => {
  const { who } = await lean.recognised(await cast.holder(capacity, unit));
  const { sql: text, parameters } = (await deskAsked(who)).compile(db) as never as {
    sql: string;
    parameters: unknown[];
  };
  const name = `${capacity}_${unit}`;
  const asked = { name, text: `select ${text} as told`, values: parameters };
  const answers = new Set<string>();
  for (let time = 0; time < 20; time++)
    answers.add((await asking.query<{ told: string }>(asked)).rows[0]!.told);
  expect(answers.size).toBe(1);
  const { rows } = await asking.query<{ custom: number; generic: number }>(
    "select custom_plans as custom, generic_plans as generic from pg_prepared_statements where name = $1",
    [name],
  );
  expect(rows).toEqual([{ custom: 0, generic: 20 }]);
  const explained = await asking.query<{ "QUERY PLAN": [{ Plan: PlanNode }] }>(
    `explain (analyze, format json) execute "${name}"(${parameters.map((value) => literal(value)).join()})`,
  );
  const seen = reads(explained.rows[0]!["QUERY PLAN"][0].Plan).filter(({ table }) => !small.has(table));
  expect(seen.filter(({ type }) => type === "Seq Scan").map(({ table }) => table)).toEqual([]);
  for (const { table, rows: looked } of seen)
    expect([table, looked, looked < MATTERS / 10]).toEqual([table, looked, true]);
});
