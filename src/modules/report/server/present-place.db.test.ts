import { beforeAll, expect, test } from "vitest";
import type { ReportQuestion } from "../report.ts";
import { testDatabase } from "../../../../tests/support/database.ts";
import { at, matter, nothing, unit } from "../../../../tests/properties/small-history.ts";
import { writeHistory } from "../../../../tests/properties/write-history.ts";
import { reportSummary } from "./index.ts";

const { db } = await testDatabase();
const year = (unit: string, more: Partial<ReportQuestion> = {}): ReportQuestion => ({
  unit,
  from: "2025-01-01",
  to: "2025-12-31",
  today: "2026-01-01",
  ...more,
});
const received = async (question: ReportQuestion) =>
  (await reportSummary(db, question)).recommendations.received;

const until = "2025-07-01";

beforeAll(() =>
  writeHistory(db, {
    ...nothing,
    units: [
      unit("T", "province", null),
      unit("T2", "province", null),
      unit("H", "district", "T", { until }),
      unit("X1", "commune", "H", { until }),
      unit("X2", "commune", "H", { until }),
      unit("S", "commune", "H", { until }),
      unit("Y", "commune", "T", { from: until }),
      unit("Z", "commune", "T2", { from: until }),
      unit("V", "village", "X1"),
    ],
    successions: [
      { kind: "merge", on: until, from: ["X1", "X2"], to: ["Y"] },
      { kind: "split", on: until, from: ["S"], to: ["Y", "Z"] },
      { kind: "abolish", on: until, from: ["H"], to: [] },
    ],
    matters: [
      ...["X1", "X2", "S", "H", "V"].map((code) => matter(`in ${code}`, code, "2025-03-01")),
      matter("in Y", "Y", "2025-08-01"),
    ],
    conferences: [
      { it: { ref: "c", unit: "X1", form: "periodic", held_on: "2025-03-01" }, entered: at("2025-03-01") },
    ],
  }),
);

test.each([
  ["T", 6, "all of it lay in the province"],
  ["H", 5, "what the district had while it was"],
  ["X1", 2, "the commune and its village"],
  ["Y", 1, "only what it received itself"],
  ["T2", 0, "nothing"],
])("as was, %s has %i: %s", async (code, count) => {
  expect(await received(year(code))).toBe(count);
});

test.each([
  ["Y", 5, "its predecessors, the village of one of them, and the divided one of which it is the first heir"],
  ["T", 6, "the abolished district's own matters belong to the unit it stood under"],
  ["T2", 0, "the divided commune is not counted twice"],
])("as is, %s has %i: %s", async (code, count) => {
  expect(await received(year(code, { basis: "as-is" }))).toBe(count);
});

test("conferences are converted like recommendations", async () => {
  const held = async (basis: "as-was" | "as-is") =>
    (await reportSummary(db, year("Y", { basis }))).conferences.held;
  expect([await held("as-was"), await held("as-is")]).toEqual([0, 1]);
});

test("a commune divided across the edge makes the converted figures an estimate, and only those", async () => {
  const estimate = async (question: ReportQuestion) => (await reportSummary(db, question)).estimate;
  expect(await estimate(year("Y", { basis: "as-is" }))).toBe(true);
  expect(await estimate(year("T2", { basis: "as-is" }))).toBe(true);
  expect(await estimate(year("VN", { basis: "as-is" }))).toBeUndefined();
  expect(await estimate(year("Y", { basis: "as-is", from: until }))).toBeUndefined();
  expect(await estimate(year("Y"))).toBeUndefined();
});

test("nothing is converted to a unit that is no more, or not yet", async () => {
  await expect(reportSummary(db, year("H", { basis: "as-is" }))).rejects.toThrow("report.unit_not_present");
  const early = year("Y", { basis: "as-is", today: "2025-06-30" });
  await expect(reportSummary(db, early)).rejects.toThrow("report.unit_not_present");
});
