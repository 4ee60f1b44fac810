import { beforeAll, expect, test } from "vitest";
import type { MatterEvent } from "#modules/recommendation/matter.ts";
import type { ReportQuestion } from "../report.ts";
import { testDatabase } from "../../../../tests/support/database.ts";
import { matter, nothing, unit } from "../../../../tests/properties/small-history.ts";
import { writeHistory } from "../../../../tests/properties/write-history.ts";
import { reportCases } from "./index.ts";

const { db } = await testDatabase();
const year = (unit: string, more: Partial<ReportQuestion> = {}): ReportQuestion => ({
  unit,
  from: "2025-01-01",
  to: "2025-12-31",
  today: "2026-01-01",
  ...more,
});

const ruled: MatterEvent = { act: "rule", on: "2025-02-03", ruling: "written_answer" };
const answered: MatterEvent = { act: "answer", on: "2025-02-20", outcome: "explained" };

beforeAll(() =>
  writeHistory(db, {
    ...nothing,
    units: [unit("P", "province", null), unit("Q", "commune", "P")],
    matters: [
      matter("late", "Q", "2025-02-03", [[ruled], [answered, "2025-03-05"]]),
      matter("held", "Q", "2025-02-04", [[{ act: "hold", on: "2025-02-05" }]]),
      matter("released", "Q", "2025-02-05", [
        [{ act: "hold", on: "2025-02-06" }],
        [{ act: "release", on: "2025-02-06" }],
      ]),
      matter("out", "Q", "2025-02-06", [[{ act: "route_out", on: "2025-04-01" }]]),
    ],
  }),
);

test("a case shows its text, unless it is held or has been routed out, whatever day is asked about", async () => {
  const before = year("Q", { asOf: "2025-02-28", to: "2025-02-28" });
  const { cases } = await reportCases(db, before, "recommendations.received");
  expect(cases.map(({ code, text }) => [code, text])).toEqual([
    ["Q-late", "Kiến nghị late"],
    ["Q-held", null],
    ["Q-released", "Kiến nghị released"],
    ["Q-out", null],
  ]);
  expect(cases[1]).toMatchObject({ received_on: "2025-02-04", field: null, class: null, due: null });
  expect(cases[0]).toMatchObject({ kind: "recommendation", field: "y_te", class: "explained", amount: 1 });
  expect(cases[0]).toMatchObject({ received_on: "2025-02-03", unit: { code: "Q", name: "Đơn vị Q" } });
});

test("pages follow one another without gap or repeat", async () => {
  const first = await reportCases(db, year("Q"), "received", { limit: 3 });
  const second = await reportCases(db, year("Q"), "received", { limit: 3, after: first.next });
  expect([first.cases.length, second.cases.length, second.next]).toEqual([3, 1, null]);
  expect([first.total, second.total]).toEqual(Array(2).fill({ cases: 4, amount: 4 }));
  expect(new Set([...first.cases, ...second.cases].map(({ id }) => id)).size).toBe(4);
});

test("a rate opens what it is a share of", async () => {
  const { cases } = await reportCases(db, year("Q"), "rates.directed");
  expect(cases.map(({ code }) => code)).toEqual(["Q-late"]);
});

test.each([
  "",
  "everything",
  "balance.sideways",
  "by_field",
  "conferences.toString",
  "plans.Q.owed",
  "indicators.none",
])("there is no figure “%s”", async (figure) => {
  await expect(reportCases(db, year("Q"), figure)).rejects.toThrow("report.no_such_figure");
});

test("a page position that we did not give is refused", async () => {
  await expect(reportCases(db, year("Q"), "received", { after: "2025-01-01" })).rejects.toThrow(
    "report.not_a_cursor",
  );
});
