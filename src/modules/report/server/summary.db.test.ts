import { beforeAll, expect, test } from "vitest";
import type { MatterEvent } from "#modules/recommendation/matter.ts";
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

const ruled: MatterEvent = { act: "rule", on: "2025-02-03", ruling: "written_answer" };
const answered: MatterEvent = { act: "answer", on: "2025-02-20", outcome: "explained" };

beforeAll(() =>
  writeHistory(db, {
    ...nothing,
    units: [unit("P", "province", null), unit("Q", "commune", "P"), unit("Q2", "commune", "P")],
    matters: [
      matter("late", "Q", "2025-02-03", [[ruled], [answered, "2025-03-05"]]),
      matter("held", "Q", "2025-02-04", [[{ act: "hold", on: "2025-02-05" }]]),
      matter("released", "Q", "2025-02-05", [
        [{ act: "hold", on: "2025-02-06" }],
        [{ act: "release", on: "2025-02-06" }],
      ]),
      matter("out", "Q", "2025-02-06", [[{ act: "route_out", on: "2025-04-01" }]]),
      { ...matter("risen", "P", "2025-02-07"), forwardedFrom: "late" },
    ],
    plans: [2, 4].map((required, i) => ({
      it: {
        ref: `${i}`,
        unit: "P",
        year: 2025,
        requirements: [
          { unit: "Q", required },
          { unit: "Q2", required: 1 },
        ],
      },
      entered: at("2025-01-05"),
    })),
    conferences: ["2025-02-03", "2025-02-10"].map((held_on) => ({
      it: { ref: held_on, unit: "Q2", form: "briefing" as const, held_on, attendances: 30 },
      entered: at(held_on),
    })),
  }),
);

test("an answer of February entered in March is not known at the end of February", async () => {
  const february = year("Q", { to: "2025-02-28" });
  const [known, then] = [
    await reportSummary(db, february),
    await reportSummary(db, { ...february, knownOn: "2025-02-28" }),
  ];
  expect([known.recommendations.explained, known.recommendations.in_hand]).toEqual([1, 0]);
  expect([then.recommendations.explained, then.recommendations.in_hand]).toEqual([0, 1]);
  expect([known.balance.closed, then.balance.closed]).toEqual([1, 0]);
  expect(then.known_on).toBe("2025-02-28");
});

test("a matter passed upward counts once above, and for itself where only the higher unit is asked of", async () => {
  expect([await received(year("P")), await received(year("Q"))]).toEqual([4, 4]);
});

test("two plans that ask the same unit ask what the larger asks, and no surplus makes good another's shortfall", async () => {
  const { plans, conferences, attendances } = await reportSummary(db, year("P"));
  expect(plans).toEqual([
    { unit: "Q", required: 4, held: 0, shortfall: 4 },
    { unit: "Q2", required: 1, held: 2, shortfall: 0 },
  ]);
  expect(conferences).toMatchObject({ held: 2, required: 5, shortfall: 4, by_form: { briefing: 2 } });
  expect(attendances).toBe(60);
});

test.each([
  [year("nowhere"), "organization.unit_not_found"],
  [year("Q", { from: "2025-12-31", to: "2025-01-01" }), "report.period_reversed"],
  [year("Q", { to: "2025-02-30" }), "report.not_a_day"],
  [year("Q", { knownOn: "yesterday" }), "report.not_a_day"],
  [year("Q", { asOf: "0000-12-31" }), "report.not_a_day"],
  [year("Q", { from: "0001-01-01" }), "report.day_out_of_range"],
  [year("Q", { to: "9999-12-31" }), "report.day_out_of_range"],
  [year("Q", { asOf: "2026-01-02" }), "report.day_to_come"],
  [year("Q", { knownOn: "2026-01-02" }), "report.day_to_come"],
])("a question that cannot be answered: %j", async (question, code) => {
  await expect(reportSummary(db, question)).rejects.toThrow(code);
});

test.each([
  ["is over: its last day", { to: "2025-03-31" }, "2025-03-31"],
  ["ends today", { to: "2026-01-01" }, "2026-01-01"],
  ["is still running: today", { to: "2026-12-31" }, "2026-01-01"],
  ["has not begun: today", { from: "2026-06-01", to: "2026-12-31" }, "2026-01-01"],
])("the state shown of a period that %s", async (_, period, asOf) => {
  expect((await reportSummary(db, year("Q", period))).as_of).toBe(asOf);
});

test("how many came is unknown, not 0, where something was held and nobody told", async () => {
  const silent = { ref: "silent", unit: "S", form: "periodic" as const, held_on: "2025-05-05" };
  await writeHistory(db, {
    ...nothing,
    units: [unit("S", "commune", null), unit("T", "commune", null)],
    conferences: [{ it: silent, entered: at("2025-05-05") }],
  });
  expect((await reportSummary(db, year("S"))).attendances).toBeNull();
  expect((await reportSummary(db, year("T"))).attendances).toBe(0);
});

test("a table that does not add up is refused: a matter whose history was lost", async () => {
  const history = {
    ...nothing,
    units: [unit("L", "commune", null)],
    matters: [matter("lost", "L", "2025-01-02")],
  };
  await writeHistory(db, history);
  await db
    .deleteFrom("state_period")
    .where("recommendation_id", "in", (eb) =>
      eb.selectFrom("recommendation").select("id").where("code", "=", "L-lost"),
    )
    .execute();
  await expect(reportSummary(db, year("L"))).rejects.toThrow("“received” không khớp (1 ≠ 0)");
});

test("on time is by the original date, after an extension by the extended one, each to its last day", async () => {
  const assigned: MatterEvent = { act: "assign", on: "2025-03-01", leadId: "W", dueOn: "2025-03-10" };
  const extended: MatterEvent = { act: "extend", on: "2025-03-05", dueOn: "2025-03-20" };
  const answers = ["2025-03-10", "2025-03-11", "2025-03-20", "2025-03-21", "2025-03-22"];
  const undated = matter("undated", "W", "2025-03-01", [
    [{ act: "assign", on: "2025-03-01", leadId: "W" }],
    [{ act: "answer", on: "2025-03-02", outcome: "done" }],
  ]);
  const dated = answers.map((on) =>
    matter(on, "W", "2025-03-01", [[assigned], [extended], [{ act: "answer", on, outcome: "done" }]]),
  );
  await writeHistory(db, { ...nothing, units: [unit("W", "commune", null)], matters: [...dated, undated] });
  const { recommendations, rates } = await reportSummary(db, year("W"));
  const { done, answered_on_time, answered_after_extension, answered_late } = recommendations;
  expect([done, answered_on_time, answered_after_extension, answered_late]).toEqual([6, 1, 2, 2]);
  expect(rates.on_time).toBe(20);
});
