import { expect, test } from "vitest";
import { buildCast, noon, today } from "../../../../tests/support/cast.ts";
import { testDatabase } from "../../../../tests/support/database.ts";
import { listMatters, matterFilter, receive } from "#modules/recommendation/server/index.ts";
import { answersOf, canBeAskedAgain, recorded, recordingDatabase, type Recorded } from "./recorded.ts";
import { sql, type Kysely } from "kysely";
import type { DB } from "#db";

const { db, pool } = await testDatabase();
const cast = await buildCast(db);
const secretary = await cast.holder("office_secretary", "A");

const told = async (on: Kysely<DB>, asked: Recorded) =>
  (await sql<{ told: string }>`select ${answersOf(asked)} as told`.execute(on)).rows[0]!.told;

const written = (text: string) => {
  const matter = {
    unit: "A",
    village: "A-1",
    field: "giao_thong",
    received_on: "2026-02-20",
    text,
    naming: "anonymous",
  };
  return cast.perform(receive, matter, { actor: secretary, now: noon });
};
const page = { sort: "received", size: 20 } as const;
const list = () =>
  listMatters(recordingDatabase()?.db ?? db, secretary, matterFilter.parse({ unit: "A" }), page, today);

test("the questions of a list, asked as one, answer alike until one of their answers is another", async () => {
  await written("Đèn đường hỏng");
  let asked: Recorded = { questions: [], lean: false };
  const { done, told: first } = await recorded({ db, pool }, list, async (on, questions) => {
    asked = questions;
    return told(on, questions);
  });
  expect(done.matters).toEqual((await list()).matters);
  expect(asked.questions.length).toBeGreaterThan(0);
  expect(await told(db, asked)).toBe(first);
  await written("Cống tắc");
  expect(await told(db, asked)).not.toBe(first);
});

test("what is read and what is told of it are of one moment, whatever is written meanwhile", async () => {
  const { done, told: first } = await recorded(
    { db, pool },
    async () => {
      const seen = await list();
      await written("Rác chất đống");
      return seen;
    },
    async (on, questions) => ({ told: await told(on, questions), questions }),
  );
  expect(await told(db, first!.questions)).not.toBe(first!.told);
  expect((await list()).matters).toHaveLength(done.matters.length + 1);
});

test("questions asked at the same time are recorded each, and nothing outside", async () => {
  const { told: asked } = await recorded(
    { db, pool },
    () => Promise.all([list(), list()]),
    (_, { questions }) => Promise.resolve(questions.length),
  );
  const { told: once } = await recorded({ db, pool }, list, (_, { questions }) =>
    Promise.resolve(questions.length),
  );
  expect(asked).toBe(2 * once!);
  expect(recordingDatabase()).toBeUndefined();
});

test.each([
  ["select now()", false],
  ["insert into unit values ($1)", false],
  ["with gone as (delete from unit) select 1", false],
  ["begin", false],
  ["select recorded_at from event where id = $1", true],
  ["with own as (select 1) select * from own", true],
])("%s may be asked again: %s", (text, may) => {
  expect(canBeAskedAgain({ questions: [{ ...sql`select 1`.compile(db), sql: text }], lean: true })).toBe(may);
});
