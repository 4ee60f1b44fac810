import type { Actor } from "#kernel/actor.ts";
import { actNamed } from "#acts/registry.ts";
import { printed } from "#modules/document/server/index.ts";
import { isAbove, unitByCode } from "#modules/organization/server/index.ts";
import { findMatter, listMatters, matterFilter } from "#modules/recommendation/server/index.ts";
import { exportRegister, importRegister } from "#modules/register/server/index.ts";
import { reportSummary } from "#modules/report/server/index.ts";
import { beforeAll, describe, expect, test } from "vitest";
import { buildCast, noon, today, type Cast } from "../../../../tests/support/cast.ts";
import { testDatabase } from "../../../../tests/support/database.ts";
import { paragraphsOf, partsOf } from "../../../../tests/support/word-file.ts";
import { arrangementOf, handOverPaper, handOversOf, openWorkOf, readHandOver } from "./index.ts";

// T ─┬─ H ─┬─ A  (agencies A-KT, A-VH, village A-1)     on 1/2/2026 A goes over into N; B is split into B1 and B2
//    │     └─ B  (agency B-KT)
//    ├─ N, B1, B2
const { db } = await testDatabase();
let cast: Cast;
const system: Actor = { kind: "system", name: "tests" };
const day = "2026-02-01";

type Done = { id: string; code: string; count: number };
const act = (name: string, input: Record<string, unknown>, actor: Actor = system) =>
  cast.perform(actNamed(name)!, input, { actor, now: noon }) as Promise<Done>;
const move = (name: string, recommendation: string, more: object, actor: Actor = system) =>
  act(`recommendation.${name}`, { recommendation, ...more }, actor);
const handOver = (input: Record<string, unknown>, actor: Actor = system) =>
  act("handover.record", input, actor);

async function received(unit: string, extra: Record<string, unknown> = {}): Promise<string> {
  const said = { text: "Sửa đường vào xóm", field: "giao_thong", received_on: "2026-01-05" };
  return (await act("recommendation.receive", { unit, raised_by: "Bà Thử", ...said, ...extra })).code;
}

async function assigned(unit: string, lead: string, due = "2026-01-28", coordinators: string[] = []) {
  const code = await received(unit);
  await move("assign", code, { on: "2026-01-06", lead, due, coordinators });
  return code;
}

beforeAll(async () => {
  cast = await buildCast(db);
});

const arrange = (kind: string, from: string[], to: string[], more: object = {}) =>
  act("organization.arrange_units", { kind, on: day, from, to, ...more });
const create = (code: string, kind: string, parent: string, from = day) =>
  act("organization.create_unit", { code, kind, parent, from, name: `Đơn vị ${code}` });

async function holding(capacity: string, unit: string): Promise<Actor & { kind: "person" }> {
  const { id: unitId } = await unitByCode(db, unit);
  const { id: personId } = await act("organization.add_person", { unit, full_name: `${capacity} ${unit}` });
  const { id } = await act("organization.appoint", { person: personId, unit, capacity, from: "2026-02-10" });
  const posts = [{ id, unitId, capacity: capacity as "office_secretary", acting: false }];
  return { kind: "person", personId, name: capacity, posts };
}

async function matter(code: string, actor: Actor = system) {
  const found = await findMatter(db, actor, code, today);
  if (found.hidden !== null) throw new Error(`${code} is out of sight`);
  return found;
}

const work = async (unit: string, actor: Actor = system) =>
  openWorkOf(db, actor, (await arrangementOf(db, unit, today)).unit.id, today);
const figures = async (unit: string, basis: "as-was" | "as-is", asOf: string) => {
  const period = { from: "2026-01-01", to: asOf, asOf, today };
  return (await reportSummary(db, { unit, basis, ...period })).recommendations;
};

describe("a commune that went over into another", () => {
  let [led, scheduled, fresh, done, held] = ["", "", "", "", ""];
  let record: Done;

  beforeAll(async () => {
    led = await assigned("A", "A");
    scheduled = await assigned("A", "A-KT", "2026-02-20", ["A"]);
    await move("schedule", scheduled, { on: "2026-01-20", until: "2026-06-30", text: "Lộ trình" });
    fresh = await received("A");
    done = await assigned("A", "A-KT");
    await move("draft_answer", done, { on: "2026-01-10", outcome: "done", text: "Đã làm" });
    await move("approve_answer", done, { on: "2026-01-10" });
    await move("answer", done, { on: "2026-01-11", symbol: "1/VP" });
    held = await received("A", { kind: "denunciation" });
    await create("N", "commune", "T");
    await arrange("merge", ["A"], ["N"]);
  });

  test("has its open work listed, each with what the unit is in it; what is held shows its code and day alone", async () => {
    const list = await work("A", await holding("office_secretary", "N"));
    expect(list.map(({ code }) => code)).toEqual([led, scheduled, fresh, held]);
    expect(list.map((one) => [one.isOwner, one.isLead, one.isCoordinator, one.status])).toEqual([
      [true, true, false, "in_hand"],
      [true, false, true, "scheduled"],
      [true, false, false, "awaiting_ruling"],
      [true, false, false, null],
    ]);
    expect(list[0]).toMatchObject({ dueOn: "2026-01-28", text: "Sửa đường vào xóm", lead: "Xã An" });
    expect(list[3]).toMatchObject({ hidden: true, lead: null, dueOn: null, text: null });
  });

  test("an administrator, who reads no matters, sees where they stand and not what they say", async () => {
    const list = await work("A", await holding("administrator", "T"));
    expect(list.map(({ text }) => text)).toEqual([null, null, null, null]);
    expect(list[0]!.status).toBe("in_hand");
  });

  test.each([
    ["before it ended", { on: "2026-01-31" }, "handover.still_there"],
    ["on a day to come", { on: "2026-03-03" }, "handover.in_the_future"],
    ["to one that does not succeed it", { to: "B" }, "handover.places_missing"],
    ["with a matter unplaced", { to: undefined }, "handover.places_missing"],
    [
      "with a matter that is not open there",
      { lines: [{ recommendation: "A-2020-0001", to: "N" }] },
      "handover.places_missing",
    ],
  ])("is not handed over %s", async (_, part, code) => {
    await expect(handOver({ from: "A", on: day, to: "N", ...part })).rejects.toMatchObject({
      definition: { code },
    });
    expect((await matter(led)).events).toHaveLength(1);
  });

  test("is not told to a stranger as being there or not: the right is judged first", async () => {
    const stranger = await holding("office_secretary", "B");
    for (const on of [day, "2026-01-31"])
      await expect(handOver({ from: "A", on, to: "N" }, stranger)).rejects.toMatchObject({
        definition: { code: "act.not_permitted" },
      });
  });

  test("is handed over by the office of its successor, all of it in one record", async () => {
    const asWas = await figures("A", "as-was", "2026-02-28");
    const asIs = await figures("N", "as-is", "2026-02-28");
    const office = await holding("office_secretary", "N");
    record = await handOver(
      { from: "A", on: day, to: "N", symbol: "01/BB-BG", given_by: "Ông A", received_by: "Bà N" },
      office,
    );
    expect(record.count).toBe(4);
    expect(await work("A")).toEqual([]);
    await expect(handOver({ from: "A", on: day, to: "N" }, office)).rejects.toThrow("handover.nothing_open");
    const led = { "A-KT": 2, N: 1 };
    expect(await figures("A", "as-was", "2026-02-28")).toEqual({ ...asWas, by_lead: led });
    expect(await figures("N", "as-is", "2026-02-28")).toEqual({ ...asIs, by_lead: led });
    expect((await figures("A", "as-was", "2026-01-31")).by_lead).toEqual({ "A-KT": 2, A: 1 });
  });

  test("the matter it led has another lead at the same date, by a fact of that day; its class is what it was", async () => {
    const { state, events, lead } = await matter(led);
    expect(lead!.code).toBe("N");
    expect(state).toMatchObject({
      dueOn: "2026-01-28",
      originalDueOn: "2026-01-28",
      class: "in_hand",
      extensions: 0,
    });
    expect(events.at(-1)).toMatchObject({ act: "hand_over", on: day, leadName: "Đơn vị N", to: "Đơn vị N" });
    const periods = await db
      .selectFrom("state_period as p")
      .innerJoin("recommendation as r", "r.id", "p.recommendation_id")
      .innerJoin("unit as u", "u.id", "p.lead_id")
      .select(["u.code", "p.due_on", "p.original_due_on", "p.entered_on"])
      .where("r.code", "=", led)
      .where("p.superseded_at", "=", Infinity as unknown as Date)
      .orderBy("p.ordinal")
      .execute();
    const dates = { due_on: "2026-01-28", original_due_on: "2026-01-28" };
    expect(periods).toEqual([
      { code: "A", entered_on: "2026-01-06", ...dates },
      { code: "N", entered_on: day, ...dates },
    ]);
    const other = (await matter(scheduled)).state;
    expect([other.status, other.coordinators.map(({ unitId }) => unitId)]).toEqual([
      "scheduled",
      [(await unitByCode(db, "N")).id],
    ]);
  });

  test("the record keeps how each matter stood, for those who gave and took, and nobody else", async () => {
    const reading = await readHandOver(db, await holding("office_secretary", "N"), record.id, today);
    expect(reading).toMatchObject({
      symbol: "01/BB-BG",
      from: { code: "A", name: "Xã An" },
      givenBy: "Ông A",
    });
    expect(reading.lines.map(({ code, to, status, dueOn }) => [code, to, status, dueOn])).toEqual([
      [led, "Đơn vị N", "in_hand", "2026-01-28"],
      [scheduled, "Đơn vị N", "scheduled", "2026-02-20"],
      [fresh, "Đơn vị N", "awaiting_ruling", null],
      [held, "Đơn vị N", null, null],
    ]);
    expect(
      (await handOversOf(db, system, (await unitByCode(db, "A")).id, today)).map(({ count }) => count),
    ).toEqual([4]);
    const strangers = [await holding("office_secretary", "B"), await holding("administrator", "K")];
    for (const stranger of [...strangers, await holding("village_head", "A-1")])
      await expect(readHandOver(db, stranger, record.id, today)).rejects.toThrow("handover.not_found");
  });

  test("the record as a paper in Word tells the same, under the number entered with it", async () => {
    const asked = { id: record.id, side: "government" as const };
    const paper = await handOverPaper(db, await holding("office_secretary", "N"), asked, today);
    const words = paragraphsOf(partsOf(await printed("docx", paper)).get("word/document.xml")!).join("\n");
    expect(words).toContain("Số: 01/BB-BG");
    expect(words).toContain("ĐẠI DIỆN BÊN GIAO");
    expect(words).toContain("Ông A");
    for (const code of [led, scheduled, fresh, held]) expect(words).toContain(code);
    expect(words).toContain("Nội dung không hiển thị theo quy định.");
    const stranger = await holding("office_secretary", "B");
    await expect(handOverPaper(db, stranger, asked, today)).rejects.toThrow("handover.not_found");
  });

  test("the successor goes on with it: its office assigns, its leaders pass it upward", async () => {
    const office = await holding("office_secretary", "N");
    await move("assign", fresh, { on: "2026-02-10", lead: "A-VH", due: "2026-03-30" }, office);
    expect((await matter(fresh, office)).lead!.code).toBe("A-VH");
    await move("forward_up", led, { on: "2026-02-11", to: "T" }, office);
  });
});

describe("a commune that was split", () => {
  test("has each matter placed by a person; only the one that took it works on it", async () => {
    const [one, two] = [await assigned("B", "B-KT", "2026-03-20"), await received("B")];
    for (const code of ["B1", "B2"]) await create(code, "commune", "T");
    await arrange("split", ["B"], ["B1", "B2"], {
      children_to: "B1",
      children: [{ unit: "B-KT", ends: true }],
    });
    const unplaced = handOver({ from: "B", on: day, lines: [{ recommendation: one, to: "B1" }] });
    await expect(unplaced).rejects.toMatchObject({ faults: [{ field: `to:${two}` }] });
    const lines = [
      { recommendation: one, to: "B1" },
      { recommendation: two, to: "B2" },
    ];
    await handOver({ from: "B", on: day, lines });
    const [first, second] = [
      await holding("office_secretary", "B1"),
      await holding("office_secretary", "B2"),
    ];
    const rule = { on: "2026-02-20", ruling: "noted" };
    await expect(move("rule", two, rule, first)).rejects.toThrow("act.not_permitted");
    await move("rule", two, rule, second);

    // Its agency ended on the same day: who takes that one's work over is a record of its own.
    expect((await matter(one)).lead!.code).toBe("B-KT");
    expect((await work("B-KT")).map(({ code, isOwner, isLead }) => [code, isOwner, isLead])).toEqual([
      [one, false, true],
    ]);
    const { receivers } = await arrangementOf(db, "B-KT", today);
    expect(receivers.map(({ code }) => code)).toEqual(["B1", "B2"]);
    await expect(
      handOver({ from: "B-KT", on: day, to: "B2" }, await holding("office_secretary", "N")),
    ).rejects.toThrow("act.not_permitted");
    await handOver({ from: "B-KT", on: day, to: "B1" }, first);
    expect((await matter(one)).state.dueOn).toBe("2026-03-20");
    expect((await matter(one)).lead!.code).toBe("B1");
  });
});

describe("a unit that goes on and gave a part away", () => {
  test("hands over the matters that were chosen and keeps the others; who took one reads that one", async () => {
    for (const code of ["P1", "P2"]) await create(code, "commune", "K", "2026-01-01");
    const [goes, stays] = [await received("P1"), await received("P1")];
    await expect(handOver({ from: "P1", on: day, to: "P2" })).rejects.toThrow("handover.still_there");
    await arrange("partial", ["P1"], ["P2"]);
    const taker = await holding("office_secretary", "P2");
    const seen = async () =>
      (
        await listMatters(db, taker, matterFilter.parse({}), { sort: "received", size: 20 }, today)
      ).matters.map(({ code }) => code);
    expect(await seen()).toEqual([]);
    const lines = [{ recommendation: goes, to: "P2" }];
    await expect(handOver({ from: "P1", on: day, lines }, taker)).rejects.toThrow("act.not_permitted");
    await handOver({ from: "P1", on: day, lines }, await holding("office_secretary", "P1"));
    expect(await seen()).toEqual([goes]);
    await move("rule", goes, { on: "2026-02-20", ruling: "noted" }, taker);
    await expect(move("rule", stays, { on: "2026-02-20", ruling: "noted" }, taker)).rejects.toThrow();
    expect((await work("P1")).map(({ code }) => code)).toEqual([stays]);
  });
});

describe("an agency with a part that takes over another's", () => {
  const unitOf = async (code: string) => (await unitByCode(db, code)).id;
  const helped = async (unit: string, lead: string) => {
    const code = await received(unit);
    const coordinators = [
      { unit: "D-1", duty: "đo đạc", due: "2026-02-20" },
      { unit: "D-2", duty: "vận động", due: "2026-02-22" },
    ].filter(({ unit }) => unit !== lead);
    await move("assign", code, { on: "2026-01-06", lead, due: "2026-03-20", coordinators });
    return code;
  };
  const parts = async (code: string) =>
    (await matter(code)).coordinators.map(({ code: unit, dutyOf, duty, dueOn, doneOn }) => [
      unit,
      dutyOf?.code ?? null,
      duty,
      dueOn,
      doneOn,
    ]);
  const duty = { text: "Đã xong" };

  test("has both, each with its words, its date and as done as it was; a part beside its lead stays in sight", async () => {
    for (const code of ["D1"]) await create(code, "commune", "K", "2026-01-01");
    for (const code of ["D-1", "D-2", "D-3"]) await create(code, "agency", "D1", "2026-01-01");
    const [oneDone, otherDone, ledByTaker, ledByGone] = [
      await helped("D1", "D-3"),
      await helped("D1", "D-3"),
      await helped("D1", "D-2"),
      await helped("D1", "D-1"),
    ];
    await move("finish_duty", oneDone, { on: "2026-01-20", unit: "D-2", ...duty });
    await move("finish_duty", otherDone, { on: "2026-01-20", unit: "D-1", ...duty });
    await arrange("merge", ["D-1"], ["D-2"], { on: "2026-02-01" });
    await handOver({ from: "D-1", on: "2026-02-01", to: "D-2" });
    expect(await parts(oneDone)).toEqual([
      ["D-2", "D-1", "đo đạc", "2026-02-20", null],
      ["D-2", null, "vận động", "2026-02-22", "2026-01-20"],
    ]);
    expect((await parts(otherDone)).map((one) => one[4])).toEqual(["2026-01-20", null]);
    expect(await parts(ledByTaker)).toEqual([["D-2", "D-1", "đo đạc", "2026-02-20", null]]);
    expect(await parts(ledByGone)).toEqual([["D-2", null, "vận động", "2026-02-22", null]]);
    expect((await matter(ledByGone)).lead!.code).toBe("D-2");

    const taker = await holding("agency_head", "D-2");
    const waiting = async () =>
      (
        await listMatters(
          db,
          taker,
          matterFilter.parse({ own: "helping" }),
          { sort: "received", size: 20 },
          today,
        )
      ).matters.map(({ code }) => code);
    expect((await waiting()).toSorted()).toEqual([oneDone, otherDone, ledByTaker, ledByGone].toSorted());
    await expect(
      move("finish_duty", oneDone, { on: "2026-02-20", unit: "D-3", ...duty }, taker),
    ).rejects.toThrow();
    await move("finish_duty", oneDone, { on: "2026-02-20", ...duty }, taker);
    await move("finish_duty", otherDone, { on: "2026-02-20", unit: "D-2", ...duty }, taker);
    await move("finish_duty", ledByTaker, { on: "2026-02-20", unit: "D-1", ...duty }, taker);
    expect(await waiting()).toEqual([ledByGone]);
    expect((await parts(oneDone)).map((one) => one[4])).toEqual(["2026-02-20", "2026-01-20"]);
    expect((await matter(oneDone)).events.at(-1)!.coordinatorName).toBe("Đơn vị D-2");
    expect((await matter(oneDone)).state.coordinators.map(({ unitId }) => unitId)).toEqual([
      await unitOf("D-2"),
      await unitOf("D-2"),
    ]);

    // In a register file the parts go out and come in again, and the file is the same.
    const file = await exportRegister(db, "D1", system, today);
    const told = JSON.stringify(file);
    expect(told).toContain('{"unit":"D-2","duty_of":"D-1","duty":"đo đạc","due":"2026-02-20"}');
    const again = await cast.perform(importRegister, { file, dry_run: false }, { actor: system, now: noon });
    expect(again.changed).toBe(false);
  });
});

describe("a hand-over of an earlier day, written down after the work went on", () => {
  test("goes over in every matter: on that day where it can, else as soon after it as its history allows", async () => {
    for (const code of ["L1", "L2"]) await create(code, "commune", "K", "2026-01-01");
    for (const code of ["L-1", "L-2"]) await create(code, "agency", "L1", "2026-01-01");
    const [plain, closedThen, given] = [
      await assigned("L1", "L-1", "2026-03-20"),
      await assigned("L1", "L-1", "2026-03-20"),
      await assigned("L1", "L-2", "2026-03-20"),
    ];
    const answer = { outcome: "done", text: "Đã làm" };
    await move("draft_answer", closedThen, { on: "2026-01-20", ...answer });
    await move("approve_answer", closedThen, { on: "2026-01-20" });
    await move("answer", closedThen, { on: "2026-01-20" });
    await move("reopen", closedThen, { on: "2026-02-20", reason: "Chưa xong" });
    await move("assign", given, { on: "2026-02-10", lead: "L-1", due: "2026-03-20" });
    await arrange("merge", ["L-1"], ["L-2"], { on: "2026-02-11" });
    const record = await handOver({ from: "L-1", on: "2026-02-11", to: "L-2" });
    expect(record.count).toBe(3);
    const told = await Promise.all(
      [plain, closedThen, given].map(async (code) => {
        const { lead, events } = await matter(code);
        return [lead!.code, events.find((event) => event.act === "hand_over")!.on];
      }),
    );
    expect(told).toEqual([
      ["L-2", "2026-02-11"],
      ["L-2", "2026-02-20"],
      ["L-2", "2026-02-11"],
    ]);
    expect(await work("L-1")).toEqual([]);
  });
});

describe("a unit that was abolished without a successor", () => {
  test("hands over to one beside; that one stands in its place from then on", async () => {
    for (const code of ["X1", "X2"]) await create(code, "commune", "K", "2026-01-01");
    const code = await received("X1");
    await arrange("abolish", ["X1"], []);
    const office = await holding("office_secretary", "X2");
    await expect(move("rule", code, { on: "2026-02-20", ruling: "noted" }, office)).rejects.toThrow();
    await expect(handOver({ from: "X1", on: day, to: "X2" }, office)).rejects.toThrow("act.not_permitted");
    await handOver({ from: "X1", on: day, to: "X2" }, await holding("administrator", "K"));
    await move("rule", code, { on: "2026-02-20", ruling: "noted" }, office);
    expect(await isAbove(db, cast.unit("K"), (await unitByCode(db, "X2")).id, today)).toBe(true);
  });
});

describe("who may write the record, of the commune C and its agency C-KT that ended", () => {
  const relations: [who: string, capacity: string, unit: string, may: boolean][] = [
    ["the office of the unit itself", "office_secretary", "C", true],
    ["an administrator there", "administrator", "C", true],
    ["an administrator above", "administrator", "K", true],
    ["the office above", "office_secretary", "K", false],
    ["a leader", "chairperson", "C", false],
    ["an administrator below", "administrator", "C-VH", false],
    ["the head of the agency that takes it over", "agency_head", "C-VH", false],
    ["the office beside", "office_secretary", "D", false],
    ["a stranger", "administrator", "T", false],
  ];

  beforeAll(async () => {
    await create("D", "commune", "K", "2026-01-01");
    for (const code of ["C-KT", "C-VH"]) await create(code, "agency", "C", "2025-01-01");
    await assigned("C", "C-KT");
    await arrange("abolish", ["C-KT"], []);
  });

  test.each(relations)("%s", async (_, capacity, unit, may) => {
    const attempt = handOver({ from: "C-KT", on: day, to: "D" }, await holding(capacity, unit));
    const code = may ? "handover.places_missing" : "act.not_permitted";
    await expect(attempt).rejects.toMatchObject({ definition: { code } });
  });
});
