import { readings } from "#acts/readings.ts";
import { actNamed } from "#acts/registry.ts";
import type { Actor } from "#kernel/actor.ts";
import { createKysely } from "#platform/server/database/connect.ts";
import { setCurrentDatabase } from "#platform/server/database/current.ts";
import { drawnPages } from "#platform/server/drawn/drawn-pages.ts";
import { askGated } from "#platform/server/recognition/ask-gated.ts";
import { sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import { load as loadShell } from "../../src/routes/+layout.server.ts";
import { load as loadList } from "../../src/routes/recommendations/+page.server.ts";
import { buildCast, noon, type Cast } from "../support/cast.ts";
import { testDatabase } from "../support/database.ts";
import { leanAsking } from "../support/lean-asking.ts";
import { literal, MATTERS, nationOfMatters, reads, type PlanNode } from "../support/nation-of-matters.ts";

// A lean reading is planned once and asked ever after: nothing of it may read all units or all matters, however few there
// were when the plan was made.

const { db, pool } = await testDatabase();
const lean = leanAsking(db, pool);
const here = {
  db,
  pool,
  reports: db,
  reportPool: pool,
  embedded: false,
  checkReady: async () => undefined,
  patiently: <T>(work: (of: typeof pool) => Promise<T>) => work(pool),
  close: async () => undefined,
};
let cast: Cast;
const readers = {} as Record<"commune" | "province" | "nation", Actor>;

beforeAll(async () => {
  cast = await buildCast(db);
  await nationOfMatters(db, cast);
  await raisedSomewhere();
  readers.commune = await cast.holder("office_secretary", "A");
  readers.province = await cast.holder("front_chair", "T");
  readers.nation = await cast.holder("statistician", "VN");
}, 120_000);

/** A conference by its id, which is known once it is held. */
const HELD = "held";
let held: string;

/** Some of the matters of A were raised in a village, and at a conference. */
async function raisedSomewhere() {
  const chairs = [{ name: "Bà Chủ trì", capacity: "party_secretary" }];
  const input = { unit: "A", form: "periodic", held_on: "2026-02-01", chairs };
  const by = { actor: cast.system, now: noon };
  held = ((await cast.perform(actNamed("conference.record")!, input, by)) as { id: string }).id;
  const some = sql`(select recommendation_id from present_matter where unit_id = ${cast.unit("A")} and is_open limit 20)`;
  await sql`update recommendation set conference_id = ${held}, village_id = ${cast.unit("A-1")}
    where id in ${some}`.execute(db);
  await sql`update present_matter p set village_id = r.village_id from recommendation r
    where r.id = p.recommendation_id and r.village_id is not null`.execute(db);
  await sql`analyze`.execute(db);
}

const asked = [
  {},
  { view: "open" },
  { sort: "received" },
  { sort: "received", view: "open" },
  { view: "overdue" },
  { view: "open", unit: "A" },
  { view: "open", village: "A-1" },
  { conference: HELD, view: "open" },
] as const;
const searched = [
  { text: "ve duong va" },
  { text: "duong va dien", view: "open", sort: "due" },
  { text: "so 17" },
  { text: "kiến nghị số 4000", sort: "received" },
] as const;

const cases = readings
  .filter((one) => one.lean)
  .flatMap((reading) =>
    (["commune", "province", "nation"] as const).flatMap((who) =>
      [...asked, ...(reading.name === "recommendations.list" ? searched : [])].map(
        (query) => [reading.name, who, JSON.stringify(query), reading, query] as const,
      ),
    ),
  );

test("some readings are lean", () => {
  expect(cases.length).toBeGreaterThan(10);
});

test.each(cases)("%s, asked by who reads a %s: %s", async (_name, who, _query, reading, query) => {
  const one = await lean.recognised(readers[who]);
  for (let time = 0; time < 20; time++) {
    const answer = await lean.ask(
      reading,
      "conference" in query ? { ...query, conference: held } : query,
      one,
      noon,
    );
    expect(answer).toContain('"code"');
  }
  // What is looked for in many registers is looked for among the newest of each.
  await expectPlannedOnce("text" in query && who !== "commune" ? MATTERS : MATTERS / 3);
});

let reader: Awaited<ReturnType<typeof lean.recognised>>;
const kept = drawnPages({
  paths: new Set(),
  recognise: () => Promise.resolve(reader),
  shownAs: () => "",
});

const pages = ["", "?view=open", "?sort=received&view=open", "?view=overdue", "?view=open&unit=A"];

test.each(
  (["commune", "province", "nation"] as const).flatMap((who) =>
    pages.map((search) => [who, search] as const),
  ),
)("the page of a list that would be drawn the same, read by who reads a %s: %s", async (who, search) => {
  setCurrentDatabase({ ...here, leanPool: lean.pool, lean: createKysely(lean.pool) });
  const one = await lean.recognised(readers[who]);
  reader = one;
  const asked = { href: `http://localhost/recommendations${search}`, cookies: "" };
  const draw = () => kept.drawn(asked, one.who, () => loaded(one.who, asked.href));
  await draw();
  const { done, told } = await draw();
  expect(done.list.matters.length).toBeGreaterThan(0);
  expect(told?.question.lean).toBe(true);
  const now = Temporal.Now.instant();
  for (let time = 0; time < 20; time++)
    expect(await askGated(lean.pool, told!.question, one.values(now))).toEqual([true, told!.told]);
  await expectPlannedOnce();
});

/** What the page of the list and the shell around it are drawn from. */
async function loaded(actor: Actor, href: string) {
  const preferences = { language: "vi", theme: "auto", textSize: "normal" };
  const locals = { actor, session: null, preferences, formKey: "", requestId: "" };
  const event = { locals, url: new URL(href), cookies: { get: () => undefined }, request: new Request(href) };
  const [, page] = await Promise.all([loadShell(event as never), loadList(event as never)]);
  return page as { list: { matters: unknown[] } };
}

/** Of what was asked last there is one plan, which reads no whole table and not so many matters. */
async function expectPlannedOnce(most = MATTERS / 3): Promise<void> {
  const { name, values } = lean.lastAsked();
  const { rows } = await lean.pool.query<{ custom: number; generic: number }>(
    `select custom_plans as custom, generic_plans as generic from pg_prepared_statements where name = $1`,
    [name],
  );
  const { custom, generic } = rows[0]!;
  // Planned once for all that were asked.
  expect([custom, generic >= 20]).toEqual([0, true]);
  const given = values.map((value) => literal(value)).join();
  const explained = await lean.pool.query<{ "QUERY PLAN": [{ Plan: PlanNode }] }>(
    `explain (analyze, format json) execute "${name}"(${given})`,
  );
  const seen = reads(explained.rows[0]!["QUERY PLAN"][0].Plan).filter(
    ({ table }) => table !== "structure_edition", // of one row
  );
  expect(seen.filter(({ type }) => type === "Seq Scan").map(({ table }) => table)).toEqual([]);
  for (const { table, rows: looked } of seen)
    expect([table, looked, looked < most]).toEqual([table, looked, true]);
}
