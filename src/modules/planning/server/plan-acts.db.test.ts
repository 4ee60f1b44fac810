import type { Actor, Capacity } from "#kernel/actor.ts";
import { actNamed } from "#acts/registry.ts";
import { documentsAbout } from "#modules/document/server/index.ts";
import { beforeAll, describe, expect, test } from "vitest";
import { buildCast, noon, today, type Cast } from "../../../../tests/support/cast.ts";
import { testDatabase } from "../../../../tests/support/database.ts";
import { findPlan } from "./index.ts";
import { inTheWayOfIssuing } from "./issue-plan.ts";
import { listPlans } from "./list-plans.ts";

const { db } = await testDatabase();
let cast: Cast;
let office: Actor;

type Made = { id: string; version: number; left_out: string[] };
const act = (name: string, input: Record<string, unknown>, actor: Actor = office, now = noon) =>
  cast.perform(actNamed(`planning.${name}`)!, input, { actor, now }) as Promise<Made>;

beforeAll(async () => {
  cast = await buildCast(db);
  office = await cast.holder("office_secretary", "T");
});

const contents = {
  note: "Căn cứ Điều 43 Luật 72/2025/QH15",
  requirements: [
    { unit: "A", required: "4", form: "periodic", chair_capacity: "party_secretary" },
    { unit: "B", required: 2 },
  ],
  planned: [
    { unit: "T", quarter: 1, planned_on: "2024-02-29", form: "thematic", chair_capacity: "chairperson" },
    { unit: "A", quarter: "3", form: "periodic", topic: "Đất đai" },
  ],
};

/** An issued plan of a year, of the province unless another unit is named. */
async function issued(year: number, more: object = contents, unit = "T", actor: Actor = office) {
  const { id } = await act("draft_plan", { unit, year }, actor);
  await act("change_draft", { plan: id, expected_version: 1, ...more }, actor);
  await act("issue_plan", { plan: id, issued_on: `${year}-01-10`, symbol: `${year}-KH/TU` }, actor);
  return id;
}

describe("a draft", () => {
  test("keeps what it asks and foresees; the second of two who change it is told, and nothing is lost", async () => {
    const { id } = await act("draft_plan", { unit: "T", year: "2012" });
    const planned = contents.planned.map((line) => ({ ...line, planned_on: undefined }));
    await act("change_draft", { plan: id, expected_version: "1", ...contents, planned });
    await expect(act("change_draft", { plan: id, expected_version: 1, requirements: [] })).rejects.toThrow(
      "planning.changed_meanwhile",
    );
    const plan = await findPlan(db, office, id, today);
    expect(plan).toMatchObject({ state: "draft", version: 2, symbol: null, note: contents.note });
    expect(plan.requirements).toEqual([
      { unit: "A", unitName: "Xã An", required: 4, form: "periodic", chairCapacity: "party_secretary" },
      { unit: "B", unitName: "Xã Bình", required: 2, form: null, chairCapacity: null },
    ]);
    expect(plan.planned.map(({ unit, quarter, topic }) => [unit, quarter, topic])).toEqual([
      ["T", 1, null],
      ["A", 3, "Đất đai"],
    ]);
  });

  test("there is one for a unit and year; after it is discarded there may be another", async () => {
    const { id } = await act("draft_plan", { unit: "T", year: 2013 });
    await expect(act("draft_plan", { unit: "T", year: 2013 })).rejects.toThrow("planning.draft_already");
    await act("discard_draft", { plan: id });
    await expect(findPlan(db, office, id, today)).rejects.toThrow("planning.not_found");
    await act("draft_plan", { unit: "T", year: 2013 });
  });

  test.each([
    [
      { requirements: [{ unit: "C", required: 1 }] },
      "requirements.0.required",
      "Xã Cao không thuộc Tỉnh Thử",
    ],
    [{ requirements: [{ unit: "KHONG", required: 1 }] }, "requirements.0.required", "KHONG không thuộc"],
    [
      { requirements: ["A", "B", "A"].map((unit) => ({ unit, required: 1 })) },
      "requirements.2.required",
      "hai lần",
    ],
    [{ planned: [{ unit: "C", quarter: 1, form: "periodic" }] }, "planned.0.unit", "Xã Cao không thuộc"],
    [
      { planned: [{ unit: "A", quarter: 1, form: "periodic", planned_on: "2013-04-01" }] },
      "planned.0.planned_on",
      "Ngày 01/04/2013 không thuộc quý 1 năm 2013",
    ],
    [
      { planned: [{ unit: "A", quarter: 1, form: "periodic", planned_on: "2013-02-29" }] },
      "planned.0.planned_on",
      "trong lịch",
    ],
  ])("refuses %j, saying which line", async (wrong, field, sentence) => {
    const { id } = (await listPlans(db, office, { year: 2013 }, today)).lines[0]!;
    const refused = await act("change_draft", { plan: id, ...wrong }).catch((error: unknown) => error);
    expect(refused).toMatchObject({ faults: [{ field }] });
    expect((refused as { faults: { vi: string }[] }).faults[0]!.vi).toContain(sentence);
  });

  test("an empty one cannot be issued, nor on a day to come", async () => {
    const { id } = await act("draft_plan", { unit: "T", year: 2014 });
    await expect(
      act("issue_plan", { plan: id, issued_on: "2014-01-02", symbol: "102/KH-UBND" }),
    ).rejects.toThrow("planning.empty");
    // Nor is it offered: the page says why instead.
    const { unitId, year } = await findPlan(db, office, id, today);
    expect((await inTheWayOfIssuing(db, { id, unit_id: unitId, year }))?.definition.code).toBe(
      "planning.empty",
    );
    const later = act("issue_plan", { plan: id, issued_on: "2026-03-03", symbol: "303/KH-UBND" });
    await expect(later).rejects.toThrow("planning.issued_in_the_future");
  });
});

describe("from last year's plan", () => {
  test("all is taken over, days moved to the year: 29 February becomes the 28th; nothing is numbered", async () => {
    await issued(2024);
    const { id, left_out } = await act("draft_plan", { unit: "T", year: 2025, from_last_year: "on" });
    const plan = await findPlan(db, office, id, today);
    expect(plan).toMatchObject({ state: "draft", symbol: null, issuedOn: null, replaces: null });
    expect(plan.requirements.map(({ unit, required }) => [unit, required])).toEqual([
      ["A", 4],
      ["B", 2],
    ]);
    expect(plan.planned.map(({ plannedOn, form, continues }) => [plannedOn, form, continues])).toEqual([
      ["2025-02-28", "thematic", null],
      [null, "periodic", null],
    ]);
    expect(left_out).toEqual([]);
  });

  test("where there was none, that is said", async () => {
    const drafted = act("draft_plan", { unit: "T", year: 2018, from_last_year: true });
    await expect(drafted).rejects.toThrow("planning.nothing_to_copy");
  });
});

describe("an issued plan", () => {
  test("is changed no more, and is the only one of its unit and year", async () => {
    const id = await issued(2010, { requirements: contents.requirements });
    await expect(act("change_draft", { plan: id, requirements: [] })).rejects.toThrow("planning.not_a_draft");
    await expect(act("discard_draft", { plan: id })).rejects.toThrow("planning.not_a_draft");
    await expect(act("draft_plan", { unit: "T", year: 2010 })).rejects.toThrow("planning.issued_already");
  });

  test("is amended by another, which takes its place when it is issued and not before", async () => {
    const first = await issued(2011, { planned: [{ unit: "A", quarter: 2, form: "periodic" }] });
    const { id } = await act("amend_plan", { plan: first });
    await expect(act("amend_plan", { plan: first })).rejects.toThrow("planning.draft_already");
    expect((await findPlan(db, office, first, today)).state).toBe("issued");
    const [line] = (await findPlan(db, office, first, today)).planned;
    expect((await findPlan(db, office, id, today)).planned).toMatchObject([{ continues: line!.id }]);

    const early = act("issue_plan", { plan: id, issued_on: "2011-01-09", symbol: "109/KH-UBND" });
    await expect(early).rejects.toThrow("planning.issued_before_replaced");
    await act("issue_plan", { plan: id, issued_on: "2011-06-01", symbol: "601/KH-UBND" });
    expect((await findPlan(db, office, first, today)).state).toBe("replaced");
    expect((await findPlan(db, office, id, today)).replaces).toMatchObject({
      id: first,
      symbol: "2011-KH/TU",
    });
    await expect(act("amend_plan", { plan: first })).rejects.toThrow("planning.not_in_force");
  });

  test("becomes a paper of its side, numbered in its series; a number that is taken is refused", async () => {
    const own = await cast.holder("office_secretary", "B");
    const asks = { requirements: [{ unit: "B", required: 1 }] };
    const draft = async (year: number) => {
      const { id } = await act("draft_plan", { unit: "B", year }, own);
      await act("change_draft", { plan: id, ...asks }, own);
      return id;
    };
    const [first, second] = [await draft(2026), await draft(2025)];
    await act("issue_plan", { plan: first, issued_on: "2026-02-01", side: "government" }, own);
    expect((await findPlan(db, own, first, today)).symbol).toBe("01/KH-UBND");
    const taken = { plan: second, issued_on: "2026-02-02", side: "government", symbol: "01/KH-UBND" };
    await expect(act("issue_plan", taken, own)).rejects.toThrow("document.number_used");
    expect((await findPlan(db, own, second, today)).state).toBe("draft");
    expect((await findPlan(db, own, second, today)).symbol).toBeNull();
    const papers = (plan: string) => documentsAbout(db, own, { kind: "plan", id: plan }, today);
    expect((await papers(first)).map(({ symbol }) => symbol)).toEqual(["01/KH-UBND"]);
    expect(await papers(second)).toEqual([]);
  });

  test("a line cannot take over one of a plan that is not being replaced", async () => {
    const before = await findPlan(
      db,
      office,
      (await listPlans(db, office, { year: 2024 }, today)).lines[0]!.id,
      today,
    );
    const { id } = await act("draft_plan", { unit: "T", year: 2009 });
    const planned = [{ unit: "A", quarter: 3, form: "periodic", continues: before.planned[0]!.id }];
    await expect(act("change_draft", { plan: id, planned })).rejects.toThrow("planning.continues_nothing");
  });
});

describe("who plans, and who reads", () => {
  const may: [Capacity, string, boolean][] = [
    ["office_secretary", "A", true],
    ["party_secretary", "A", true],
    ["chairperson", "A", true],
    ["steering_committee", "A", false],
    ["council_standing", "A", false],
    ["front_chair", "A", false],
    ["administrator", "A", false],
    ["office_secretary", "T", false],
    ["office_secretary", "B", false],
    ["agency_head", "A-KT", false],
    ["village_head", "A-1", false],
    ["chairperson", "K", false],
  ];

  test.each(may)("%s of %s drafts the plan of commune A: %s", async (capacity, unit, allowed) => {
    const actor = await cast.holder(capacity, unit);
    const drafted = act("draft_plan", { unit: "A", year: 2030 }, actor);
    if (!allowed) return expect(drafted).rejects.toThrow("act.not_permitted");
    await act("discard_draft", { plan: (await drafted).id }, actor);
  });

  test("no other office changes, issues, amends or discards it", async () => {
    const own = await cast.holder("office_secretary", "A");
    const { id } = await act("draft_plan", { unit: "A", year: 2031 }, own);
    for (const unit of ["T", "B", "K"]) {
      const other = await cast.holder("office_secretary", unit);
      for (const [name, input] of [
        ["change_draft", {}],
        ["issue_plan", { issued_on: "2026-01-01", symbol: "101/KH-UBND" }],
        ["amend_plan", {}],
        ["discard_draft", {}],
      ] as const)
        await expect(act(name, { plan: id, ...input }, other)).rejects.toThrow("planning.not_found");
    }
  });

  test("a draft is read by its own unit alone; an issued plan by those above, those asked, and agencies", async () => {
    const own = await cast.holder("office_secretary", "A");
    const asks = { requirements: [{ unit: "A", required: 1 }] };
    const issuedPlan = await issued(2021, asks, "A", own);
    const { id: draft } = await act("draft_plan", { unit: "A", year: 2032 }, own);
    const province = await issued(2022, { requirements: [{ unit: "A", required: 4 }] });
    const cases: [Capacity, string, boolean[]][] = [
      ["front_officer", "A", [true, true, true]],
      ["steering_committee", "T", [true, false, true]],
      ["agency_officer", "A-KT", [true, false, false]],
      ["village_head", "A-1", [true, false, false]],
      ["office_secretary", "B", [false, false, false]],
      ["statistician", "K", [false, false, false]],
      ["administrator", "A", [false, false, false]],
    ];
    for (const [capacity, unit, seen] of cases) {
      const actor = await cast.holder(capacity, unit);
      const lines = [2021, 2032, 2022].map(
        async (year) => (await listPlans(db, actor, { year }, today)).total > 0,
      );
      expect([capacity, unit, await Promise.all(lines)]).toEqual([capacity, unit, seen]);
      for (const [index, id] of [issuedPlan, draft, province].entries()) {
        const found = findPlan(db, actor, id, today).then(
          () => true,
          () => false,
        );
        expect(await found).toBe(seen[index]);
      }
    }
    await expect(findPlan(db, own, "x'", today)).rejects.toThrow("planning.not_found");
  });
});
