import { readFile } from "node:fs/promises";
import type { Problem } from "#kernel/problem.ts";
import { performOn } from "#acts/perform.ts";
import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { testDatabase } from "../../../../tests/support/database.ts";
import { readRegisterValue } from "../read-register.ts";
import type { RegisterFileInput } from "../register-file.ts";
import { DryRun } from "#platform/server/act/dry-run.ts";
import { exportRegister, importRegister, type ImportSummary } from "./index.ts";

/** The product itself, from which nothing is kept. */
const everything = { kind: "system", name: "test" } as const;

const { db } = await testDatabase();
const perform = performOn(db);
const now = Temporal.Instant.from("2026-03-02T05:00:00Z");
const system = { kind: "system", name: "test" } as const;

const places = { "mong-cai-2020": "MC", "tho-quan-2019": "DD" };

async function register(name: string): Promise<RegisterFileInput> {
  return JSON.parse(await readFile(`registers/${name}.json`, "utf8")) as RegisterFileInput;
}

function bring(file: unknown, dry_run = false) {
  return perform(importRegister, { file, dry_run }, { actor: system, now });
}

async function refusal(file: unknown): Promise<Problem> {
  return bring(file).then(
    () => {
      throw new Error("the file was taken");
    },
    (error: Problem) => error,
  );
}

async function counted() {
  const { rows } = await sql<Record<string, number>>`
    select (select count(*) from unit) units, (select count(*) from recommendation) matters,
      (select count(*) from recommendation_event) events, (select count(*) from state_period) periods,
      (select count(*) from turn) turns, (select count(*) from conference) conferences,
      (select count(*) from unit_succession) successions`.execute(db);
  return rows[0]!;
}

describe("bringing registers in", () => {
  test("a dry run tells what would happen and writes nothing", async () => {
    const before = await counted();
    const outcome = await bring(await register("mong-cai-2020"), true).catch((error: unknown) => error);
    expect(outcome).toBeInstanceOf(DryRun);
    expect((outcome as DryRun<ImportSummary>).summary.counts.recommendations).toEqual({
      created: 104,
      unchanged: 0,
      extended: 0,
    });
    expect(await counted()).toEqual(before);
    expect(await db.selectFrom("audit_entry").select("id").execute()).toEqual([]);
  });

  test.each(Object.keys(places))("%s goes in, and a second time changes nothing", async (name) => {
    const file = await register(name);
    const first = await bring(file);
    expect(first.changed).toBe(true);
    const after = await counted();
    const second = await bring(file);
    expect(second.changed).toBe(false);
    expect(second.counts.recommendations!.unchanged).toBe(file.recommendations!.length);
    expect(await counted()).toEqual(after);
  });

  test.each(Object.entries(places))("%s comes out as it went in", async (name, code) => {
    const out = await exportRegister(db, code, everything, "2026-03-02");
    const file = await register(name);
    const refs = (list: readonly { ref: string }[] | undefined) => list!.map(({ ref }) => ref).toSorted();
    expect(refs(out.recommendations)).toEqual(refs(file.recommendations));
    expect(out.conferences!.length).toBe(file.conferences!.length);
    expect(out.turns?.length ?? 0).toBe(file.turns?.length ?? 0);
    expect(readRegisterValue(out)).toMatchObject({ ok: true });
    expect((await bring(out)).changed).toBe(false);
  });

  test("a further step of a day comes after what is recorded of it; a file that puts it before is told so", async () => {
    const on = "2020-05-05";
    const rule = { on, act: "rule", ruling: "written_answer" };
    const assign = { on, act: "assign", lead: "MC-QLDT", due: "2020-05-20" };
    const answer = { on, act: "answer", outcome: "done" };
    const matter = (...events: object[]) => ({
      format: "doi-thoai/register@1",
      recommendations: [
        { ref: "cung-ngay", unit: "MC", channel: "letter", received_on: "2020-05-04", events },
      ],
    });
    await bring(matter(rule, answer));
    const [before] = (await refusal(matter(rule, assign, answer))).faults;
    expect(before).toMatchObject({ field: "recommendations[0].events[1]" });
    expect(before!.vi).toBe(
      "Ngày 05/05/2020 sổ đã ghi “Ban hành trả lời”, còn tệp đặt “Giao việc” trước bước ấy; bước ghi thêm chỉ nối được " +
        "vào sau. Hãy hủy bước đã ghi trong sổ rồi ghi lại theo đúng thứ tự.",
    );
    const confirm = { on, act: "confirm", by: "requester", satisfied: true };
    expect((await bring(matter(rule, answer, confirm))).counts.events).toMatchObject({ created: 1 });
    // What another office's copy leaves out stands all the same: the new step comes after it.
    expect((await bring(matter(rule, { on, act: "close" }))).counts.events).toMatchObject({ created: 1 });
  });

  test("a step that would undo one that is recorded later is refused at its own place", async () => {
    const events = [
      { on: "2020-05-05", act: "rule", ruling: "written_answer" },
      { on: "2020-05-20", act: "answer", outcome: "done" },
    ];
    const matter = (...list: object[]) => ({
      format: "doi-thoai/register@1",
      recommendations: [
        { ref: "buoc-sau", unit: "MC", channel: "letter", received_on: "2020-05-04", events: list },
      ],
    });
    await bring(matter(...events));
    const earlier = { on: "2020-05-10", act: "answer", outcome: "explained" };
    const [fault] = (await refusal(matter(events[0]!, earlier, events[1]!))).faults;
    expect(fault).toMatchObject({
      field: "recommendations[0].events[1]",
      vi: expect.stringContaining(
        "bước “Ban hành trả lời” ngày 20/05/2020, đã ghi trong sổ, không còn hợp lệ",
      ) as string,
    });
  });

  test("turns without a number take one that is free; one that another turn bears is refused", async () => {
    const conference = { ref: "so-luot", unit: "MC", form: "briefing", held_on: "2020-03-03" };
    const turn = (ref: string, order?: number) => ({ ref, conference: "so-luot", ...(order && { order }) });
    const file = (...turns: object[]) => ({
      format: "doi-thoai/register@1",
      conferences: [conference],
      turns,
    });
    await bring(file(turn("l1"), turn("l2"), turn("l3", 1)));
    await bring(file(turn("l4")));
    const { turns } = await exportRegister(db, "MC", everything, "2026-03-02");
    const orders = turns!.filter((one) => one.conference === "so-luot").map(({ ref, order }) => [ref, order]);
    expect(Object.fromEntries(orders)).toEqual({ l3: 1, l1: 2, l2: 3, l4: 4 });
    expect((await bring(file(turn("l1"), turn("l4"), turn("l3", 1)))).changed).toBe(false);
    expect((await refusal(file(turn("l5", 2)))).faults).toMatchObject([{ field: "turns[0].order" }]);
  });

  test("a register that has grown brings only what is new", async () => {
    const file = await register("mong-cai-2020");
    const open = file.recommendations!.find(({ events }) => !events!.some(({ act }) => act === "answer"))!;
    open.events!.push({ on: "2020-11-20", act: "answer", outcome: "explained", text: "Đã giải thích." });
    const summary = await bring(file);
    expect(summary.counts.recommendations).toEqual({ created: 0, unchanged: 103, extended: 1 });
    expect(summary.counts.events).toMatchObject({ created: 1 });
  });
});

describe("a step that is there and says something else", () => {
  const day = "2026-01-06";
  const assigned = { act: "assign", on: day, lead: "SU-A", due: "2026-02-06" };
  const file = (ref: string, ...events: object[]) => ({
    format: "doi-thoai/register@1",
    units: [
      { code: "SU", name: "Xã Sửa", kind: "commune" },
      { code: "SU-A", name: "Phòng Sửa", kind: "agency", parent: "SU" },
      { code: "SU-B", name: "Phòng Khác", kind: "agency", parent: "SU" },
    ],
    recommendations: [{ ref, unit: "SU", received_on: "2026-01-05", text: "Sửa kênh", events }],
  });
  const answered = { act: "answer", on: day, outcome: "done", text: "Đã sửa" };
  const word = { act: "confirm", on: day, by: "village_head", satisfied: true };
  const scheduled = { act: "schedule", on: day, until: "2026-05-01" };

  test.each([
    ["another date", [assigned], [{ ...assigned, due: "2026-02-07" }]],
    ["another lead", [assigned], [{ ...assigned, lead: "SU-B" }]],
    ["another roadmap", [assigned, scheduled], [assigned, { ...scheduled, until: "2026-06-01" }]],
    ["another word", [assigned, answered, word], [assigned, answered, { ...word, satisfied: false }]],
  ])("is no further step: %s", async (name, before, after) => {
    await bring(file(name, ...before));
    const written = await counted();
    const { faults } = await refusal(file(name, ...after));
    expect(faults).toMatchObject([
      {
        field: `recommendations[0].events[${after.length - 1}]`,
        vi: expect.stringContaining("với nội dung khác") as string,
      },
    ]);
    expect(await counted()).toEqual(written);
  });

  test("two on one day are both in the file; what another says, or another agency did, is another step", async () => {
    await bring(file("two", assigned));
    const again = { ...assigned, lead: "SU-B" };
    expect((await bring(file("two", assigned, again))).counts.events).toMatchObject({ created: 1 });
    await bring(file("voices", assigned, answered, word));
    const front = { ...word, by: "front", satisfied: false };
    expect((await bring(file("voices", assigned, answered, front))).counts.events).toMatchObject({
      created: 1,
    });
  });
});

describe("who reads a matter because a file says it was given to them", () => {
  const unit = (code: string, kind: string, parent?: string) => ({ code, name: code, kind, parent });
  const units = [
    unit("NX", "commune"),
    unit("NX-A", "agency", "NX"),
    unit("NY", "commune"),
    unit("NY-A", "agency", "NY"),
  ] as RegisterFileInput["units"];
  const file = (ref: string, lead: string, coordinator: string): RegisterFileInput => ({
    format: "doi-thoai/register@1",
    units,
    recommendations: [
      {
        ref,
        unit: "NX",
        channel: "conference",
        field: "khac",
        received_on: "2026-01-05",
        text: "Sửa kênh",
        events: [
          { act: "rule", on: "2026-01-05", ruling: "written_answer" },
          { act: "assign", on: "2026-01-06", lead, due: "2026-02-06", coordinators: [coordinator] },
        ],
      },
    ],
  });

  test.each([
    ["NY-A", "NX-A", ["recommendations[0].events[1].lead"]],
    ["NX-A", "NY-A", ["recommendations[0].events[1].coordinators[0]"]],
    ["NX-A", "NY", ["recommendations[0].events[1].coordinators[0]"]],
  ])("is no unit of another: led by %s with %s", async (lead, coordinator, paths) => {
    const { definition, faults } = await refusal(file("given-elsewhere", lead, coordinator));
    expect(definition.code).toBe("register.refused");
    expect(faults.map(({ field }) => field)).toEqual(paths);
  });

  test("is one of its own; a step added later is asked the same", async () => {
    const own = file("given-here", "NX-A", "NX");
    await bring(own);
    expect((await bring(own)).changed).toBe(false);
    const matter = own.recommendations![0]!;
    const again = { act: "assign", on: "2026-01-09", lead: "NY-A", due: "2026-02-06" } as const;
    const grown = { ...own, recommendations: [{ ...matter, events: [...(matter.events ?? []), again] }] };
    const { faults } = await refusal(grown);
    expect(faults.map(({ field }) => field)).toEqual(["recommendations[0].events[2].lead"]);
  });
});

test("a field that the taxonomy lacks comes into it with the file", async () => {
  const file = await register("mong-cai-2020");
  const strange = { ...file.recommendations![0]!, ref: "x-field", field: "cho_dan_sinh" };
  await bring({ format: file.format, recommendations: [{ ...strange, conference: null }] });
  const field = await db
    .selectFrom("field")
    .selectAll()
    .where("code", "=", "cho_dan_sinh")
    .executeTakeFirst();
  expect(field).toMatchObject({ name: "cho_dan_sinh", parent_code: "khac" });
});

async function secretaryOf(code: string) {
  const unit = await db.selectFrom("unit").select("id").where("code", "=", code).executeTakeFirstOrThrow();
  const capacity = "office_secretary" as const;
  const posts = [{ id: "0199aaaa-0000-7000-8000-000000000001", unitId: unit.id, capacity, acting: false }];
  return { kind: "person", personId: "0199aaaa-0000-7000-8000-000000000002", name: code, posts } as const;
}

describe("who may bring a register in", () => {
  test("the office of a unit its own, though the file names the units above; nothing of another's", async () => {
    const actor = await secretaryOf("MC");
    const own = await exportRegister(db, "MC", actor, "2026-03-02");
    expect((await perform(importRegister, { file: own }, { actor, now })).changed).toBe(false);
    const others = await register("tho-quan-2019");
    await expect(perform(importRegister, { file: others }, { actor, now })).rejects.toThrow(
      "act.not_permitted",
    );
    const turn = { ref: "mc-t", conference: "TQ-2019-09-16", order: 99, speaker: "Người lạ" };
    const intruding = { format: own.format, turns: [turn] };
    await expect(perform(importRegister, { file: intruding }, { actor, now })).rejects.toThrow(
      "act.not_permitted",
    );
  });
});

describe("a part of a register taken out", () => {
  const rule = { on: "2020-01-03", act: "rule", ruling: "written_answer" } as const;
  const matter = { received_on: "2020-01-02", kind: "recommendation", text: "…", field: "khac" } as const;
  const whole: RegisterFileInput = {
    format: "doi-thoai/register@1",
    units: [
      { code: "XH", name: "Huyện Thử", kind: "district" },
      { code: "XA", name: "Xã Thử", kind: "commune", parent: "XH" },
    ],
    plans: [{ ref: "XKH", unit: "XH", year: 2020, requirements: [{ unit: "XA", required: 4 }] }],
    conferences: [{ ref: "xk", unit: "XH", form: "briefing", held_on: "2020-01-02", plan: "XKH" }],
    turns: [{ ref: "xt", conference: "xk", order: 1, speaker: "Ông Thử" }],
    recommendations: [
      {
        ...matter,
        ref: "x1",
        unit: "XA",
        conference: "xk",
        turn: "xt",
        events: [{ on: "2020-01-03", act: "merge", into: "x2" }],
      },
      { ...matter, ref: "x2", unit: "XH", events: [rule] },
      { ...matter, ref: "x3", unit: "XA", forwarded_from: "x2", events: [rule] },
    ],
  };

  test("keeps the plan that binds it, and what points outside does not stop it from going in", async () => {
    await bring(whole);
    const part = await exportRegister(db, "XA", everything, "2026-03-02");
    expect(part.plans).toMatchObject([
      { ref: "XKH", unit: "XH", requirements: [{ unit: "XA", required: 4 }] },
    ]);
    expect(part.recommendations!.map(({ ref }) => ref)).toEqual(["x1", "x3"]);
    expect(part.recommendations![0]!.events).toEqual([
      { on: "2020-01-03", act: "merge", into_elsewhere: "x2" },
    ]);
    expect((await bring(part)).changed).toBe(false);
    const renamed = JSON.stringify(part).replaceAll('"X', '"Y').replaceAll('"x', '"y');
    const summary = await bring(JSON.parse(renamed));
    expect(summary.counts.recommendations).toEqual({ created: 2, unchanged: 0, extended: 0 });
  });

  test("what only a reviewer may see goes out as a stub", async () => {
    const secret = {
      ...matter,
      ref: "x4",
      unit: "XA",
      kind: "denunciation" as const,
      text: "bí mật",
      raised_by: "Bà Thử",
    };
    const said = { ...secret, conference: "xk2", turn: "xt2" };
    await bring({
      format: whole.format,
      conferences: [{ ref: "xk2", unit: "XA", form: "briefing", held_on: "2020-01-02" }],
      turns: [{ ref: "xt2", conference: "xk2", order: 1, speaker: "Bà Thử" }],
      recommendations: [said],
    });
    const out = await exportRegister(db, "XA", await secretaryOf("XA"), "2026-03-02");
    expect(out.recommendations!.find(({ ref }) => ref === "x4")).toEqual({
      ref: "x4",
      unit: "XA",
      received_on: "2020-01-02",
      events: [{ on: "2020-01-02", act: "hold" }],
    });
    expect(JSON.stringify(out)).not.toMatch(/bí mật|Bà Thử/);
    expect((await bring(out)).changed).toBe(false);
  });
});

describe("what does not fit is refused with its path, and nothing is written", () => {
  const broken: [string, (file: RegisterFileInput) => void, string, RegExp][] = [
    [
      "a lead that is nowhere",
      (f) => Object.assign(f.recommendations![99]!.events![1]!, { lead: "ZZ" }),
      "recommendations[99].events[1].lead",
      /ZZ/,
    ],
    [
      "31/2",
      (f) => Object.assign(f.recommendations![98]!.events![1]!, { due: "2020-02-31" }),
      "recommendations[98].events[1].due",
      /./,
    ],
    [
      "an illegal move deep in the file",
      (f) =>
        f.recommendations![97]!.events!.unshift({ on: f.recommendations![97]!.received_on, act: "close" }),
      "recommendations[97].events[0]",
      /Kết thúc/,
    ],
    [
      "a code that stands for another unit",
      (f) => Object.assign(f.units![1]!, { name: "Đơn vị khác" }),
      "units[1]",
      /Đơn vị khác/,
    ],
    [
      "a record that says something else",
      (f) => Object.assign(f.recommendations![3]!, { text: "khác hẳn" }),
      "recommendations[3]",
      /./,
    ],
  ];

  test.each(broken)("%s", async (_, spoil, path, sentence) => {
    const before = await counted();
    const file = await register("mong-cai-2020");
    if (path.startsWith("recommendations[9"))
      file.recommendations!.forEach((one) => (one.ref = `x-${one.ref}`));
    spoil(file);
    const problem = await refusal(file);
    expect(problem.definition.code).toBe("register.refused");
    const fault = problem.faults.find(({ field }) => field === path);
    expect(fault?.vi).toMatch(sentence);
    expect(await counted()).toEqual(before);
  });
});
