import { askOn } from "#acts/ask.ts";
import { readings } from "#acts/readings.ts";
import { uuidv7 } from "#kernel/identifier.ts";
import { insertUnits, refreshAncestry } from "#modules/organization/server/index.ts";
import { sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import { buildCast, noon, type Cast } from "../support/cast.ts";
import { testDatabase } from "../support/database.ts";
import { leanAsking } from "../support/lean-asking.ts";
import { plantMatters } from "../support/many-matters.ts";

// Of more registers than are walked one by one: what is sought stands in many matters, and in none of the open ones that come
// first by their date.

const REGISTERS = 1010;
const MATTERS = 4000;
const WITHOUT = 900;

const { db, pool } = await testDatabase();
const lean = leanAsking(db, pool);
const ask = askOn({ db, reports: db });
const list = readings.find(({ name }) => name === "recommendations.list")!;
let cast: Cast;

beforeAll(async () => {
  cast = await buildCast(db);
  const [rootId, always] = [cast.unit("T"), { fromOn: "-infinity", untilOn: "infinity" }];
  const communes = Array.from({ length: REGISTERS }, (_, at) => ({
    id: uuidv7(noon),
    code: `N${at}`,
    kind: "commune" as const,
    ...always,
    rootId,
    names: [{ name: `Xã ${at}`, ...always }],
    parents: [{ parentId: rootId, ...always }],
  }));
  const ids = communes.map(({ id }) => id);
  await db.transaction().execute(async (trx) => {
    await insertUnits(trx, communes, noon);
    await refreshAncestry(trx, ids);
  });
  const day = (at: number) => Temporal.PlainDate.from("2015-01-01").add({ days: at }).toString();
  const matter = (at: number) => {
    const open = at < WITHOUT + 100;
    const has = at >= WITHOUT && at % 7 !== 0;
    return {
      unitId: ids[at % REGISTERS]!,
      rootUnitId: rootId,
      receivedOn: day(at),
      text: `Kiến nghị số ${at} về ${has ? "nhà văn hóa" : at % 2 ? "văn hóa nhà" : "đường làng"}`,
      status: open ? "in_hand" : "closed",
      leadId: cast.unit("A-KT"),
      dueOn: day(at + 30),
    } as const;
  };
  await plantMatters(
    db,
    Array.from({ length: MATTERS }, (_, at) => matter(at)),
    noon,
  );
  await sql`vacuum analyze`.execute(db);
}, 240_000);

test.each(["nha van hoa", "nhà văn hóa", "van hoa nha", "nha"])(
  "%s is found among what is open, page by page, as it is read the usual way",
  async (text) => {
    const one = await lean.recognised(await cast.holder("statistician", "VN"));
    let [asked, found]: [Record<string, string> | null, number] = [
      { text, view: "open", sort: "due", size: "20" },
      0,
    ];
    while (asked) {
      const usual = (await ask(list, asked, { actor: one.who, now: noon, by: "api" })) as {
        matters: unknown[];
        next: string | null;
      };
      expect(await lean.ask(list, asked, one, noon)).toBe(JSON.stringify(usual));
      found += usual.matters.length;
      asked = usual.next && found < 200 ? { ...asked, after: usual.next } : null;
    }
    expect(found).toBeGreaterThan(80);
  },
  120_000,
);
