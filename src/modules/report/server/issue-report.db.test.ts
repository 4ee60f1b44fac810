import type { Actor } from "#kernel/actor.ts";
import { askOn } from "#acts/ask.ts";
import { actNamed } from "#acts/registry.ts";
import { findDocument } from "#modules/document/server/index.ts";
import { beforeAll, expect, test } from "vitest";
import { buildCast, noon, today, type Cast } from "../../../../tests/support/cast.ts";
import { testDatabase } from "../../../../tests/support/database.ts";
import { reportReadings } from "./index.ts";

const { db } = await testDatabase();
let cast: Cast;
let secretary: Actor;

type Made = { id: string; symbol: string };
const period = { unit: "A", from: "2025-01-01", to: "2025-12-31" };
const issue = (more: object = {}, actor = secretary) =>
  cast.perform(
    actNamed("report.issue")!,
    { ...period, issued_on: today, ...more },
    { actor, now: noon },
  ) as Promise<Made>;
const toIssue = (actor = secretary, side: "government" | "party" = "government") =>
  askOn({ db, reports: db })(reportReadings.toIssue, { ...period, side }, { actor, now: noon, by: "page" });

beforeAll(async () => {
  cast = await buildCast(db);
  secretary = await cast.holder("office_secretary", "A");
});

test("a draft has no number; what is issued has the next one of the series of reports, and its day", async () => {
  const { paper, current } = await toIssue();
  expect([paper.header.symbol, current]).toEqual([null, null]);
  const { id, symbol } = await issue();
  expect(symbol).toMatch(/^\d\d\/BC-UBND$/);
  const found = await findDocument(db, secretary, id, today);
  expect(found).toMatchObject({ kind: "periodic_report", symbol, issuedOn: today, unit: "A" });
  expect(found.paper.header).toMatchObject({ symbol, date: today });
  expect(found.paper.body).toEqual(paper.body);
  expect((await toIssue()).current).toMatchObject({ id, symbol });
});

test("a second report on the period takes the place of the first, and says so", async () => {
  const first = await issue({ side: "party" });
  expect(first.symbol).toMatch(/^\d\d-BC\/ĐU$/);
  await expect(issue({ side: "party" })).rejects.toThrow("report.report_issued_already");
  const second = await issue({ side: "party", replaces: first.id });
  expect((await findDocument(db, secretary, first.id, today)).replacedBy).toBe(second.id);
  expect((await toIssue(secretary, "party")).current).toMatchObject({ id: second.id });
  await expect(issue({ side: "party", replaces: first.id })).rejects.toThrow("report.report_issued_already");
  const other = { from: "2024-01-01", to: "2024-12-31", replaces: first.id };
  await expect(issue(other)).rejects.toThrow("report.report_not_current");
});

test("of two who issue the same report at once one is told that it was issued", async () => {
  const quarter = { from: "2024-04-01", to: "2024-06-30" };
  const second = await cast.holder("chairperson", "A");
  const both = await Promise.allSettled([issue(quarter), issue(quarter, second)]);
  expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  const refused = both.find(({ status }) => status === "rejected");
  expect(refused).toMatchObject({ reason: { definition: { code: "report.report_issued_already" } } });
});

test("a number that the paper already bears is entered; a used one is refused", async () => {
  const quarter = { from: "2025-01-01", to: "2025-03-31", symbol: "41/BC-UBND" };
  expect((await issue(quarter)).symbol).toBe("41/BC-UBND");
  await expect(issue({ ...quarter, to: "2025-06-30" })).rejects.toThrow("document.number_used");
});

test("counts no further than the day of its issue", async () => {
  const half = { from: "2025-07-01", to: "2025-12-31" };
  await expect(issue({ ...half, issued_on: "2025-12-20", as_of: "2025-12-31" })).rejects.toThrow(
    "report.cut_off_after_issue",
  );
  const { id } = await issue({ ...half, issued_on: "2025-12-20" });
  const { paper } = await findDocument(db, secretary, id, today);
  expect(JSON.stringify(paper.body)).toContain("Số liệu tính đến ngày 20/12/2025");
});

test("the office and the heads of the unit issue it, nobody else, and nobody for another unit", async () => {
  await issue({ from: "2025-02-01", to: "2025-02-28" }, await cast.holder("chairperson", "A"));
  for (const [capacity, unit] of [
    ["statistician", "A"],
    ["front_chair", "A"],
    ["office_secretary", "T"],
    ["office_secretary", "B"],
    ["agency_head", "A-KT"],
  ] as const) {
    const actor = await cast.holder(capacity, unit);
    await expect(issue({ from: "2025-03-01" }, actor)).rejects.toThrow("act.not_permitted");
    await expect(toIssue(actor)).rejects.toThrow("act.not_permitted");
  }
});
