import { readings } from "#acts/readings.ts";
import type { Actor } from "#kernel/actor.ts";
import { insertUnits, refreshAncestry } from "#modules/organization/server/index.ts";
import { uuidv7 } from "#kernel/identifier.ts";
import { sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import { buildCast, noon, type Cast } from "../support/cast.ts";
import { testDatabase } from "../support/database.ts";
import { leanAsking } from "../support/lean-asking.ts";
import { plantMatters, type Planted } from "../support/many-matters.ts";

// A lean reading is planned once and asked ever after: nothing of it may read all units or all matters, however few there
// were when the plan was made.

const { db, pool } = await testDatabase();
const lean = leanAsking(db, pool);
let cast: Cast;
const readers = {} as Record<"commune" | "province" | "nation", Actor>;

const COMMUNES = 60;
const MATTERS = 6000;

beforeAll(async () => {
  cast = await buildCast(db);
  const always = { fromOn: "-infinity", untilOn: "infinity" };
  const communes = Array.from({ length: COMMUNES }, (_, at) => ({
    id: uuidv7(noon),
    code: `N${at}`,
    kind: "commune" as const,
    ...always,
    rootId: cast.unit("T"),
    names: [{ name: `Xã ${at}`, ...always }],
    parents: [{ parentId: cast.unit("T"), ...always }],
  }));
  await db.transaction().execute(async (trx) => {
    await insertUnits(trx, communes, noon);
    await refreshAncestry(
      trx,
      communes.map(({ id }) => id),
    );
  });
  const day = (at: number) =>
    Temporal.PlainDate.from("2015-01-01")
      .add({ days: at % 4000 })
      .toString();
  const matter = (at: number): Planted => ({
    // Half of all in one commune, as cities have it.
    unitId: at % 2 === 0 ? cast.unit("A") : communes[at % COMMUNES]!.id,
    rootUnitId: cast.unit("T"),
    receivedOn: day(at),
    text: `Kiến nghị số ${at} về đường và điện`,
    status: at % 10 < 2 ? "in_hand" : "closed",
    leadId: cast.unit("A-KT"),
    dueOn: day(at + 30),
  });
  const planted = Array.from({ length: MATTERS }, (_, at) => matter(at));
  await plantMatters(db, planted, noon);
  await sql`vacuum analyze`.execute(db);
  readers.commune = await cast.holder("office_secretary", "A");
  readers.province = await cast.holder("front_chair", "T");
  readers.nation = await cast.holder("statistician", "VN");
}, 120_000);

const asked = [
  {},
  { view: "open" },
  { sort: "received" },
  { sort: "received", view: "open" },
  { view: "overdue" },
  { view: "open", unit: "A" },
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

/** The nodes of a plan that read a table, with how many rows each looked at. */
type Node = { "Node Type": string; "Relation Name"?: string; Plans?: Node[]; [key: string]: unknown };
function reads(node: Node): { table: string; type: string; rows: number }[] {
  const looked = Number(node["Actual Rows"]) + Number(node["Rows Removed by Filter"] ?? 0);
  const rows = looked * Number(node["Actual Loops"]);
  const table = node["Relation Name"];
  return [...(table ? [{ table, type: node["Node Type"], rows }] : []), ...(node.Plans ?? []).flatMap(reads)];
}

test.each(cases)("%s, asked by who reads a %s: %s", async (_name, who, _query, reading, query) => {
  const one = await lean.recognised(readers[who]);
  for (let time = 0; time < 20; time++) {
    const answer = await lean.ask(reading, query, one, noon);
    expect(answer).toContain('"code"');
  }
  const { name, values } = lean.lastAsked();
  const { rows } = await lean.pool.query<{ custom: number; generic: number }>(
    `select custom_plans as custom, generic_plans as generic from pg_prepared_statements where name = $1`,
    [name],
  );
  const { custom, generic } = rows[0]!;
  // Planned once for all that were asked.
  expect([custom, generic >= 20]).toEqual([0, true]);
  const given = values.map((value) => literal(value)).join();
  const explained = await lean.pool.query<{ "QUERY PLAN": [{ Plan: Node }] }>(
    `explain (analyze, format json) execute "${name}"(${given})`,
  );
  const seen = reads(explained.rows[0]!["QUERY PLAN"][0].Plan).filter(
    ({ table }) => table !== "structure_edition", // of one row
  );
  expect(seen.filter(({ type }) => type === "Seq Scan").map(({ table }) => table)).toEqual([]);
  // What is looked for in many registers is looked for among the newest of each.
  const most = "text" in query && who !== "commune" ? MATTERS : MATTERS / 3;
  for (const { table, rows: looked } of seen)
    expect([table, looked, looked < most]).toEqual([table, looked, true]);
});

function literal(value: unknown): string {
  const text = Array.isArray(value) ? `{${value.join()}}` : String(value);
  return `'${text.replaceAll("'", "''")}'`;
}
