import { askOn } from "#acts/ask.ts";
import { readings } from "#acts/readings.ts";
import { capacities, type Actor } from "#kernel/actor.ts";
import { dayInVietnam } from "#kernel/clock.ts";
import { uuidv7 } from "#kernel/identifier.ts";
import { statuses } from "#modules/recommendation/status-transitions.ts";
import { reportClasses } from "#modules/recommendation/matter.ts";
import { countMatters, listCounted, matterFilter } from "#modules/recommendation/server/index.ts";
import { createKysely } from "#platform/server/database/connect.ts";
import fc from "fast-check";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { arbitraryHistory, historyOf } from "../properties/arbitrary-history.ts";
import { writeHistory } from "../properties/write-history.ts";
import { testDatabase } from "../support/database.ts";
import { leanAsking } from "../support/lean-asking.ts";

// Whatever a lean reading answers is what its `read` says, to the byte: of any history, to anybody, whatever is asked.

const { db, pool } = await testDatabase();
const lean = leanAsking(db, pool);
const ask = askOn({ db, reports: db });
const list = readings.find(({ name }) => name === "recommendations.list")!;
const leanDb = createKysely(lean.pool);
const now = Temporal.Instant.from("2021-01-04T05:00:00Z");
const today = dayInVietnam(now);

const units = ["P", "D1", "D2", "X1", "X2", "X3", "A1"] as const;
/** Mostly nothing is asked: of everything at once little is ever found. */
const some = <T>(...values: T[]) =>
  fc.oneof(
    { weight: 9, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.constantFrom(...values) },
  );
const arbitraryQuery = fc.record({
  view: fc.constantFrom("all", "all", undefined, "open", "overdue"),
  unit: fc.option(fc.constantFrom(...units), { nil: undefined, freq: 2 }),
  status: some(...statuses),
  class: some(...reportClasses),
  draft: some("drafted", "approved"),
  own: some("yes", "given", "ours", "helping"),
  unsettled: some("yes"),
  due: some("week"),
  lead: some("A1", "A2"),
  field: some("giao_thong", "dat_dai"),
  village: fc.option(fc.constant("A2"), { nil: undefined, freq: 1 }),
  from: some("2020-02-01"),
  to: some("2020-08-01"),
  text: fc.option(
    fc.constantFrom(
      "kien nghi",
      "nguyen van thu",
      "Thử",
      "cua ong m2",
      "0912345678",
      "kiến nghị m",
      "xom",
      "09",
    ),
    { nil: undefined, freq: 2 },
  ),
  sort: fc.constantFrom("due", "received", undefined),
  size: fc.constantFrom(1, 2, 3, 20),
});
type Query = typeof arbitraryQuery extends fc.Arbitrary<infer T> ? T : never;

const all: Query = { size: 3, sort: undefined } as Query;
/** Words that all have, and such as some readers are not to know. */
const sought = [
  ...(["kien nghi", "Thử", "nguyen van thu"] as const).map((text) => ({ ...all, text })),
  { ...all, requester: "bà Mẫu" },
];

let histories = 0;

/** One history with words to hide, and a person in each capacity of a unit, some in two posts. */
async function scene(choices: Parameters<typeof historyOf>[1]) {
  const prefix = `L${(histories += 1)}.`;
  await writeHistory(db, historyOf(prefix, choices));
  const mine = sql`code like ${`${prefix}%`}`;
  await sql`insert into requester (id, recommendation_id, position, name)
    select gen_random_uuid(), r.id, 1000, 'Nguyễn Thị Mẫu' from recommendation r where ${mine}`.execute(db);
  await sql`update recommendation set text = text || ' của ông Nguyễn Văn Thử, 0912345678, "ở" Xóm ' || chr(9) || repeat('ă', 300),
      search = search || ' cua ong nguyen van thu 0912345678 o xom'
    where ${mine}`.execute(db);
  await sql`update recommendation set withheld_names = '{Nguyễn Văn Thử}' where ${mine} and ref <> 'm9'`.execute(
    db,
  );
  const village = sql`(select id from unit where code = ${`${prefix}A2`})`;
  await sql`update recommendation set village_id = ${village} where ${mine} and ref in ('m2', 'm3', 'm4')`.execute(
    db,
  );
  await sql`update present_matter p set village_id = r.village_id from recommendation r
    where r.id = p.recommendation_id and r.village_id is not null`.execute(db);
  await sql`update recommendation set kind = 'complaint' where ${mine} and ref in ('m0', 'm1')`.execute(db);
  return prefix;
}

async function people(prefix: string): Promise<Actor[]> {
  const { rows } = await sql<{ id: string; code: string }>`
    select id, code from unit where code like ${`${prefix}%`} order by code`.execute(db);
  const post = (unitId: string, capacity: (typeof capacities)[number]) => ({
    id: uuidv7(now),
    unitId,
    capacity,
    acting: false,
  });
  const person = (...posts: ReturnType<typeof post>[]): Actor => ({
    kind: "person",
    personId: uuidv7(now),
    name: "Người thử",
    posts,
  });
  return rows.flatMap(({ id }, at) => [
    ...capacities.map((capacity) => person(post(id, capacity))),
    person(post(id, "office_secretary"), post(rows[(at + 3) % rows.length]!.id, "complaint_reviewer")),
  ]);
}

const asText = (query: Query, prefix: string) =>
  Object.fromEntries(
    Object.entries(query)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [
        name,
        ["unit", "lead", "village"].includes(name) ? `${prefix}${String(value)}` : String(value),
      ]),
  );

/** With its number, as a page asks for it: the list is what was told of it, its number what counting says. */
async function expectCounted(actor: Actor, asked: Record<string, string>, usual: unknown[]): Promise<void> {
  const filter = matterFilter.parse(asked);
  const page = { sort: asked.sort === "received" ? "received" : "due", size: Number(asked.size) } as const;
  const atMost = 4;
  const { list, count } = await listCounted({ db, lean: leanDb }, actor, filter, page, today, atMost);
  const codes = (lines: unknown[]) => lines.map((line) => (line as { code: string }).code);
  expect([asked, count, codes([...list.matters])]).toEqual([
    asked,
    await countMatters(db, actor, filter, today, atMost),
    codes(usual),
  ]);
}

test("a lean list says what the list says", async () => {
  const told = { lean: 0, usual: 0, lines: 0, masked: 0, stubs: 0, pages: 0, found: 0, raised: 0 };
  const property = fc.asyncProperty(
    arbitraryHistory,
    fc.array(arbitraryQuery, { minLength: 1, maxLength: 1 }),
    async (choices, queries) => {
      const prefix = await scene(choices);
      for (const actor of await people(prefix)) {
        const one = await lean.recognised(actor);
        for (const query of [all, ...sought, ...queries]) {
          let asked: Record<string, string> | null = asText(query, prefix);
          for (let page = 0; asked && page < 4; page += 1) {
            const request = { actor: one.who, now, by: "api" } as const;
            const usual = (await ask(list, asked, request)) as {
              matters: { excerpt: string | null; hidden: unknown }[];
              next: string | null;
              previous: string | null;
            };
            const answer = await lean.ask(list, asked, one, now);
            told[answer === null ? "usual" : "lean"] += 1;
            if (answer === null) break;
            expect([asked, answer]).toEqual([asked, JSON.stringify(usual)]);
            if (page === 0 && !asked.text) await expectCounted(one.who, asked, usual.matters);
            told.lines += usual.matters.length;
            told.masked += usual.matters.filter(({ excerpt }) => excerpt?.includes("[tên]")).length;
            told.stubs += usual.matters.filter(({ hidden }) => hidden !== null).length;
            if (page > 0) told.pages += 1;
            if (asked.requester) told.raised += usual.matters.length;
            if (asked.text) told.found += usual.matters.length;
            const back = page === 2 && usual.previous;
            const { after: _after, before: _before, ...first } = asked;
            asked = back
              ? { ...first, before: usual.previous! }
              : usual.next
                ? { ...first, after: usual.next }
                : null;
          }
        }
      }
    },
  );
  await fc.assert(property, { numRuns: 3, seed: 20261203 });
  for (const [what, count] of Object.entries(told))
    expect([what, count, count > 3]).toEqual([what, count, true]);
  expect(told.lean).toBeGreaterThan(told.usual);
}, 180_000);
