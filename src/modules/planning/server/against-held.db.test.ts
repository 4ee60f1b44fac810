import type { Actor } from "#kernel/actor.ts";
import { actNamed } from "#acts/registry.ts";
import { performOn } from "#acts/perform.ts";
import { reportCases, reportSummary } from "#modules/report/server/index.ts";
import { beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "../../../../tests/support/database.ts";
import { isIn, type Against, type Entry } from "../against.ts";
import { quarters } from "../quarter.ts";
import { findPlan, planAgainstHeld } from "./index.ts";

const { db } = await testDatabase();
const today = "2027-01-02";
const system: Actor = { kind: "system", name: "test" };
const perform = performOn(db);

type Made = { id: string; version: number; left_out: string[] };
const act = (name: string, input: Record<string, unknown>, at = "2026-11-22T05:00:00Z") =>
  perform(actNamed(name)!, input, { actor: system, now: Temporal.Instant.from(at) }) as Promise<Made>;
const against = (unit: string, year: number, asOf = `${year}-12-31`, more = {}) =>
  planAgainstHeld(db, { unit, year, asOf, today, ...more });

/** Whatever page it is on: the same as the report says of the same question. */
async function expectAsReported(found: Against): Promise<void> {
  const { unit, year, asOf, basis } = found;
  const question = { unit, from: `${year}-01-01`, to: `${year}-12-31`, asOf, basis, today };
  const { conferences, plans } = await reportSummary(db, question);
  const lines = found.units.filter(({ required }) => required !== null);
  expect(
    lines.map((line) => ({
      unit: line.unit,
      required: line.required,
      held: line.held,
      shortfall: line.shortfall,
    })),
  ).toEqual(expect.arrayContaining([...plans]));
  expect(lines).toHaveLength(plans.length);
  expect([found.totals.required ?? 0, found.totals.held, found.totals.shortfall]).toEqual([
    conferences.required,
    conferences.held,
    conferences.shortfall,
  ]);
  expect(found.quarters.reduce((sum, { held }) => sum + held, 0)).toBe(conferences.held);
  const cases = await reportCases(db, question, "conferences.held", { limit: 200 });
  expect(
    found.entries
      .filter(({ isCounted }) => isCounted)
      .map(({ conferenceId }) => conferenceId)
      .toSorted(),
  ).toEqual(cases.cases.map(({ id }) => id).toSorted());
  for (const { quarter, ...figures } of found.quarters) {
    for (const [figure, count] of Object.entries(figures))
      expect(found.entries.filter((entry) => isIn(entry, quarter, figure as "held"))).toHaveLength(count);
  }
}

/** 19 communes, each ordered to hold 4; eleven times one fewer was held, never more than four. */
const communes = Array.from({ length: 19 }, (_, index) => `NS-${String(index + 1).padStart(2, "0")}`);
const short: Record<string, number> = { "NS-03": 2, "NS-07": 1, "NS-08": 3, "NS-12": 1, "NS-15": 4 };
const heldBy = (unit: string) => 4 - (short[unit] ?? 0);
const days = ["2019-02-20", "2019-05-14", "2019-08-22", "2019-11-05"];

const conference = (ref: string, unit: string, held_on: string, capacity: string, form = "periodic") => ({
  ref,
  unit,
  form,
  held_on,
  plan: null,
  topic: null,
  chairs: [{ name: "Người chủ trì", capacity, is_head: true }],
});

const namSach = {
  format: "doi-thoai/register@1",
  units: [
    { code: "NSP", name: "Tỉnh Nam Sách Thử", kind: "province", parent: null },
    { code: "NS", name: "Huyện Nam Sách", kind: "district", parent: "NSP", until: "2025-06-30" },
    ...communes.map((code, index) => ({
      code,
      name: `Xã Thử ${index + 1}`,
      kind: "commune",
      parent: "NS",
      until: "2025-06-30",
    })),
  ],
  plans: [
    {
      ref: "NS-2019",
      unit: "NS",
      year: 2019,
      symbol: "12-KH/HU",
      issued_on: "2019-01-20",
      requirements: [{ unit: "NS", required: 4 }, ...communes.map((unit) => ({ unit, required: 4 }))],
    },
  ],
  conferences: [
    ...communes.flatMap((unit) =>
      days
        .slice(0, heldBy(unit))
        .map((day, index) =>
          conference(`${unit}-${index}`, unit, day, index % 2 ? "chairperson" : "party_secretary"),
        ),
    ),
    ...["2019-03-12", "2019-09-10"].map((day, i) => conference(`bt-${i}`, "NS", day, "party_secretary")),
    ...["2019-04-16", "2019-10-15"].map((day, i) => conference(`ct-${i}`, "NS", day, "chairperson")),
    conference("cong-doan", "NS", "2019-06-05", "party_secretary", "thematic"),
  ],
};

describe("Nam Sách, 2019", () => {
  beforeAll(() => act("register.import", { file: namSach }));

  test("76 asked of 19 communes, 65 held, the shortfall of 11 at each commune that has it", async () => {
    const found = await against("NS", 2019);
    const lines = found.units.filter(({ unit }) => unit !== "NS");
    const sum = (part: "required" | "held" | "shortfall") =>
      lines.reduce((all, line) => all + line[part]!, 0);
    expect([lines.length, sum("required"), sum("held"), sum("shortfall")]).toEqual([19, 76, 65, 11]);
    const missing = lines.filter(({ shortfall }) => shortfall > 0);
    expect(Object.fromEntries(missing.map(({ unit, shortfall }) => [unit, shortfall]))).toEqual(short);
  });

  test("the district held 5 where 4 were asked: that makes good nothing elsewhere", async () => {
    const found = await against("NS", 2019);
    expect(found.units.find(({ unit }) => unit === "NS")).toMatchObject({
      required: 4,
      held: 5,
      shortfall: 0,
    });
    expect(found.totals).toEqual({ required: 80, planned: 0, held: 70, shortfall: 11 });
    const byChair = (capacity: string) =>
      found.entries.filter(
        (one) => one.unit === "NS" && one.form === "periodic" && one.chairCapacity === capacity,
      );
    expect([byChair("party_secretary").length, byChair("chairperson").length]).toEqual([2, 2]);
  });

  test("in the middle of the year less was held, before the plan nothing was asked; always as the report has it", async () => {
    expect((await against("NS", 2019, "2019-06-30")).totals.held).toBe(35 + 3);
    expect((await against("NS", 2019, "2019-01-19")).totals.required).toBeNull();
    for (const day of ["2019-01-19", "2019-01-20", "2019-06-30", "2019-12-31", "2026-11-22"])
      await expectAsReported(await against("NS", 2019, day));
    await expectAsReported(await against("NS-03", 2019));
    await expectAsReported(await against("NSP", 2019));
  });

  test("a unit that ended on 30/6/2025 may be asked in 2025, and no more in 2026", async () => {
    const { id } = await act("planning.draft_plan", { unit: "NSP", year: 2025 });
    const requirements = [{ unit: "NS-01", required: 2 }];
    const planned = [{ unit: "NS-02", quarter: 1, form: "periodic" }];
    await act("planning.change_draft", { plan: id, requirements, planned });
    await act("planning.issue_plan", { plan: id, issued_on: "2025-01-15", symbol: "115/KH-UBND" });
    expect((await against("NSP", 2025)).units.map(({ unit, required }) => [unit, required])).toEqual([
      ["NS-01", 2],
      ["NS-02", null],
    ]);
    const next = await act("planning.draft_plan", { unit: "NSP", year: 2026, from_last_year: true });
    expect(next.left_out).toEqual(["NS-01", "NS-02"]);
    expect((await findPlan(db, system, next.id, today)).requirements).toEqual([]);
    const refused = act("planning.change_draft", { plan: next.id, requirements });
    await expect(refused).rejects.toThrow("Xã Thử 1 kết thúc ngày 30/06/2025, trước năm 2026");
    await act("organization.create_unit", {
      code: "NSP-M",
      name: "Xã Mới",
      kind: "commune",
      parent: "NSP",
      from: "2027-07-01",
    });
    const late = act("planning.change_draft", {
      plan: next.id,
      requirements: [{ unit: "NSP-M", required: 1 }],
    });
    await expect(late).rejects.toThrow("Xã Mới đến ngày 01/07/2027 mới có");
    await act("planning.discard_draft", { plan: next.id });
  });
});

describe("what a plan foresees, through the year", () => {
  const planned = [
    { unit: "Q", quarter: 1, form: "periodic", planned_on: "2026-02-10", topic: "Đất đai" },
    { unit: "Q", quarter: 1, form: "thematic" },
    { unit: "Q", quarter: 2, form: "periodic" },
    { unit: "Q", quarter: 3, form: "periodic" },
    { unit: "Q", quarter: 4, form: "periodic" },
  ];
  let plan: string;
  const slots = async () => (await findPlan(db, system, plan, today)).planned.map(({ id }) => id);
  const chairs = [{ name: "Bà Chủ trì", capacity: "party_secretary" }];

  beforeAll(async () => {
    await act("organization.create_unit", { code: "Q", name: "Xã Quý", kind: "commune", from: "2025-07-01" });
    plan = (await act("planning.draft_plan", { unit: "Q", year: 2026 })).id;
    await act("planning.change_draft", { plan, planned, requirements: [{ unit: "Q", required: 4 }] });
    await act(
      "planning.issue_plan",
      { plan, issued_on: "2026-01-12", symbol: "112/KH-UBND" },
      "2026-01-12T03:00:00Z",
    );
    const [first, , second, third] = await slots();
    await prepare(first!, "2026-02-12", "2026-01-20T03:00:00Z", { held_recorded_at: "2026-02-13T03:00:00Z" });
    await prepare(second!, "2026-05-20", "2026-05-02T03:00:00Z", {
      called_off_recorded_at: "2026-05-10T03:00:00Z",
      called_off_reason: "mưa bão",
    });
    await prepare(third!, "2026-08-20", "2026-08-01T03:00:00Z", {});
    const adHoc = {
      unit: "Q",
      form: "ad_hoc",
      held_on: "2026-06-11",
      ad_hoc_reason: "Điểm nóng môi trường",
      chairs,
    };
    await act("conference.record", adHoc, "2026-06-12T03:00:00Z");
  });

  /** A conference of the plan, straight into its table: how it is prepared is the conference's own affair. */
  async function prepare(planned_id: string, held_on: string, recorded_at: string, ends: object) {
    const { unit_id } = await db
      .selectFrom("planned_conference")
      .select("unit_id")
      .where("id", "=", planned_id)
      .executeTakeFirstOrThrow();
    const row = { id: crypto.randomUUID(), unit_id, planned_id, form: "periodic", held_on, recorded_at };
    await db
      .insertInto("conference")
      .values({ ...row, ...ends })
      .execute();
  }

  const states = async (day: string) =>
    (await against("Q", 2026, day)).entries
      .filter(({ isPlanned }) => isPlanned)
      .toSorted(byQuarter)
      .map(({ state }) => state);
  const byQuarter = (one: Entry, other: Entry) =>
    one.quarter - other.quarter || (one.state < other.state ? 1 : -1);

  test.each([
    ["2026-01-11", []],
    ["2026-01-12", ["open", "open", "open", "open", "open"]],
    ["2026-01-31", ["open", "coming", "open", "open", "open"]],
    ["2026-03-31", ["open", "held", "open", "open", "open"]],
    ["2026-04-01", ["overdue", "held", "open", "open", "open"]],
    ["2026-05-05", ["overdue", "held", "coming", "open", "open"]],
    ["2026-05-31", ["overdue", "held", "called_off", "open", "open"]],
    ["2026-08-10", ["overdue", "held", "called_off", "coming", "open"]],
    ["2026-08-21", ["overdue", "held", "called_off", "overdue", "open"]],
    ["2027-01-01", ["overdue", "held", "called_off", "overdue", "overdue"]],
  ])("on %s: %j", async (day, expected) => {
    expect(await states(day)).toEqual(expected);
    await expectAsReported(await against("Q", 2026, day));
  });

  test("an ad hoc conference counts as held; it stands apart from what was planned, with its reason", async () => {
    const found = await against("Q", 2026, "2026-06-30");
    expect(found.units).toMatchObject([{ unit: "Q", required: 4, planned: 5, held: 2, shortfall: 2 }]);
    expect(found.entries.filter(({ isPlanned }) => !isPlanned)).toMatchObject([
      { form: "ad_hoc", reason: "Điểm nóng môi trường", state: "held", on: "2026-06-11" },
    ]);
    expect(found.quarters[1]).toEqual({
      quarter: 2,
      planned: 1,
      held: 1,
      coming: 0,
      overdue: 0,
      called_off: 1,
    });
  });

  test("an amended plan takes over what was prepared and held for the lines it keeps, from its day on", async () => {
    const { id } = await act("planning.amend_plan", { plan });
    const lines = (await findPlan(db, system, id, today)).planned;
    const kept = lines
      .filter(({ quarter }) => quarter !== 3)
      .map((line) => ({
        unit: line.unit,
        quarter: line.quarter,
        form: line.form,
        continues: line.continues,
      }));
    await act("planning.change_draft", {
      plan: id,
      planned: kept,
      requirements: [{ unit: "Q", required: 3 }],
    });
    const before = await against("Q", 2026, "2026-09-30");
    expect(before.totals.required).toBe(4);
    await act("planning.issue_plan", { plan: id, issued_on: "2026-09-01", symbol: "44-KH/ĐU" });

    expect((await against("Q", 2026, "2026-08-31")).totals).toMatchObject({ required: 4, planned: 5 });
    const after = await against("Q", 2026, "2026-09-30");
    expect(after.totals).toMatchObject({ required: 3, planned: 4, held: 2, shortfall: 1 });
    expect(after.plans).toMatchObject([{ id, symbol: "44-KH/ĐU", issuedOn: "2026-09-01" }]);
    const found = quarters.map((quarter) =>
      after.entries
        .filter((one) => one.quarter === quarter)
        .map(({ isPlanned, state }) => [isPlanned, state]),
    );
    expect(found[0]).toContainEqual([true, "held"]);
    // The line of the third quarter was dropped: what had been prepared for it is now outside the plan.
    expect(found[2]).toEqual([[false, "overdue"]]);
    for (const day of ["2026-08-31", "2026-09-01", "2026-11-22"])
      await expectAsReported(await against("Q", 2026, day));
  });
});
