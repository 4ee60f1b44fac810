import type { Actor } from "#kernel/actor.ts";
import { Problem } from "#kernel/problem.ts";
import { actNamed } from "#acts/registry.ts";
import { beforeAll, describe, expect, test } from "vitest";
import { buildCast, noon, today, type Cast } from "../../../../../tests/support/cast.ts";
import { testDatabase } from "../../../../../tests/support/database.ts";
import { findMatter, type MatterReading } from "../matter/find-matter.ts";

const { db } = await testDatabase();
let cast: Cast;
let secretary: Actor;

beforeAll(async () => {
  cast = await buildCast(db);
  secretary = await cast.holder("office_secretary", "A");
});

type Made = { id: string; code: string; version: number; status: string };

function move(name: string, input: Record<string, unknown>, actor = secretary) {
  return cast.perform(actNamed(`recommendation.${name}`)!, input, { actor, now: noon }) as Promise<Made>;
}

const said = { text: "Đề nghị sửa đường vào thôn Một", field: "giao_thong", received_on: "2026-02-02" };

async function received(extra: Record<string, unknown> = {}): Promise<string> {
  const given = { unit: "A", village: "A-1", raised_by: "Bà Thử", ...said, ...extra };
  return (await move("receive", given)).code;
}

const words = { ...said, kind: "recommendation", village: "A-1", naming: "named", raised_by: "Bà Thử" };

function correct(code: string, changes: Record<string, unknown>, actor = secretary) {
  return move("correct", { recommendation: code, ...words, reason: "ghi nhầm", ...changes }, actor);
}

async function read(code: string, actor = secretary): Promise<MatterReading> {
  return (await findMatter(db, actor, code, today)) as MatterReading;
}

async function assigned(actor = secretary): Promise<string> {
  const code = await received();
  await move("rule", { recommendation: code, on: "2026-02-02", ruling: "written_answer" }, actor);
  await move("assign", { recommendation: code, on: "2026-02-04", lead: "A-KT", due: "2026-03-10" }, actor);
  return code;
}

const annul = (code: string, actor = secretary, more: Record<string, unknown> = {}) =>
  move("annul", { recommendation: code, reason: "ghi nhầm kiến nghị khác", ...more }, actor);

async function refusal(attempt: Promise<unknown>): Promise<string> {
  try {
    await attempt;
  } catch (problem) {
    if (problem instanceof Problem) return problem.definition.code.replace("recommendation.", "");
    throw problem;
  }
  return "done";
}

describe("putting the words of a matter right", () => {
  test("the new words count, the earlier ones stay with who put them right and why", async () => {
    const code = await received();
    const changes = { text: "Đề nghị sửa cầu", field: "y_te", village: "A-2", raised_by: "Bà Thật" };
    await correct(code, { ...changes, received_on: "2026-02-01" });
    const matter = await read(code);
    expect(matter).toMatchObject({ text: "Đề nghị sửa cầu", receivedOn: "2026-02-01", version: 2 });
    expect(matter.village?.code).toBe("A-2");
    expect(matter.requesters.map(({ name, villageName }) => [name, villageName])).toEqual([
      ["Bà Thật", "Thôn Hai"],
    ]);
    expect(matter.corrections).toHaveLength(1);
    const [{ personName, reason, changes: earlier }] = matter.corrections as [(typeof matter.corrections)[0]];
    expect([personName, reason]).toEqual(["office_secretary A", "ghi nhầm"]);
    expect(Object.fromEntries(earlier.map(({ part, before }) => [part, before]))).toEqual({
      text: said.text,
      field: "Giao thông",
      village: "Thôn Một",
      received_on: "2026-02-02",
      raised_by: "Bà Thử",
    });
  });

  test("nothing but a difference is a correction, and only the unit's office makes one", async () => {
    const code = await received();
    expect(await refusal(correct(code, {}))).toBe("nothing_corrected");
    const others = [
      ["chairperson", "A"],
      ["office_secretary", "T"],
      ["office_secretary", "B"],
      ["village_head", "A-1"],
      ["front_chair", "A"],
    ] as const;
    for (const [capacity, unit] of others) {
      const actor = await cast.holder(capacity, unit);
      expect([capacity, unit, await refusal(correct(code, { field: "y_te" }, actor))]).toEqual([
        capacity,
        unit,
        unit === "B" ? "not_found" : "act.not_permitted",
      ]);
    }
    expect((await read(code)).version).toBe(1);
  });

  test("the day of receipt goes no further than history allows", async () => {
    const code = await assigned();
    expect(await refusal(correct(code, { received_on: "2026-02-03" }))).toBe("step_before_receipt");
    expect(await refusal(correct(code, { received_on: "2026-03-03" }))).toBe("in_the_future");
    await correct(code, { received_on: "2026-01-31" });
    const periods = await db
      .selectFrom("state_period")
      .select(["entered_on", "superseded_at"])
      .where("recommendation_id", "=", (await read(code)).id)
      .where("ordinal", "=", 0)
      .orderBy("superseded_at")
      .execute();
    expect(periods.map(({ entered_on }) => entered_on)).toEqual(["2026-02-02", "2026-02-02", "2026-01-31"]);
  });

  test("the name that was taken out of the words is read by those alone who know names, not by those who have the work", async () => {
    const text = "Bà Lò Thị Kín đề nghị sửa đường; nhà ba Lo Thi Kin ngập";
    const code = await received({ raised_by: "Bà Lò Thị Kín", text });
    const work = { recommendation: code, on: "2026-02-04" };
    await move("rule", { ...work, ruling: "written_answer" });
    await move("assign", { ...work, lead: "A-KT", due: "2026-03-10" });
    await correct(code, {
      text: "Đề nghị sửa đường",
      naming: "secretariat_only",
      raised_by: "Bà Lò Thị Kín",
    });
    const before = async (actor: Actor) =>
      (await read(code, actor)).corrections[0]!.changes.find(({ part }) => part === "text")?.before;
    expect(await before(secretary)).toBe(text);
    expect(await before(await cast.holder("agency_officer", "A-KT"))).toBe(
      "[tên] đề nghị sửa đường; nhà [tên] ngập",
    );
  });

  test("a name that is to be known to nobody is shown to nobody, and the office alone reads that it was there", async () => {
    const code = await received();
    await correct(code, { naming: "anonymous" });
    const chair = await read(code, await cast.holder("chairperson", "A"));
    expect(chair.requesters.map(({ name }) => name)).toEqual([null]);
    expect(JSON.stringify(chair)).not.toContain("Bà Thử");
    expect(JSON.stringify((await read(code)).corrections)).toContain("Bà Thử");
  });

  test("a name that is typed for nobody is refused where it stands, and not dropped unsaid", async () => {
    const nameless = { naming: "anonymous", raised_by: undefined };
    const faultsOf = (attempt: Promise<unknown>) =>
      attempt.then(
        () => [],
        (problem: Problem) => [problem.definition.code, ...problem.faults.map(({ field }) => field)],
      );
    const refused = "recommendation.name_of_anonymous";
    const named = { ...words, unit: "A", naming: "anonymous", raised_by: "Bà Mới" };
    expect(await faultsOf(move("receive", named))).toEqual([refused, "raised_by"]);
    const { code } = await move("receive", { ...words, unit: "A", ...nameless });
    expect(await faultsOf(correct(code, { ...nameless, raised_by: "Bà Mới" }))).toEqual([
      refused,
      "raised_by",
    ]);
    const both = { ...nameless, raised_by: "Bà Mới", contact: "0900" };
    expect(await faultsOf(correct(code, both))).toEqual([expect.anything(), "raised_by", "contact"]);
    await correct(code, { naming: "secretariat_only", raised_by: "Bà Mới", contact: "0900" });
    await correct(code, { naming: "anonymous", raised_by: "Bà Mới", contact: "0900" });
    expect((await read(code)).requesters.map(({ name }) => name)).toEqual([null]);
  });

  test("what turns out to be a denunciation is out of sight at once; only the reviewer gives it back", async () => {
    const code = await assigned();
    await correct(code, { kind: "denunciation" });
    const chair = await cast.holder("chairperson", "A");
    expect(await findMatter(db, chair, code, today)).toMatchObject({ hidden: "held" });
    expect(JSON.stringify(await findMatter(db, secretary, code, today))).not.toContain("sửa đường");
    expect(await refusal(correct(code, { kind: "recommendation" }))).toBe("held_for_review");
    await move("release", { recommendation: code }, await cast.holder("complaint_reviewer", "A"));
    await correct(code, { kind: "recommendation" });
    expect((await read(code)).kind).toBe("recommendation");
  });

  test("the second of two is told what the first did", async () => {
    const code = await received();
    await correct(code, { field: "y_te" });
    const late = correct(code, { text: "Khác", expected_version: 1 });
    await expect(late).rejects.toMatchObject({
      definition: { code: "recommendation.changed_meanwhile" },
      details: { version: 2, changes: [{ act: "correct", on: "2026-03-02" }] },
    });
    const ruling = move("rule", { recommendation: code, ruling: "noted", expected_version: 1 });
    expect(await refusal(ruling)).toBe("changed_meanwhile");
  });
});

describe("annulling the last step", () => {
  test("one after another, down to the receipt; each stays readable and nothing is erased", async () => {
    const code = await assigned();
    expect(await annul(code)).toMatchObject({ status: "awaiting_assignment", version: 4 });
    expect(await annul(code)).toMatchObject({ status: "awaiting_ruling" });
    expect(await refusal(annul(code))).toBe("nothing_to_annul");
    const matter = await read(code);
    expect(matter.events).toEqual([]);
    expect(
      matter.annulled.map(({ act, annulment }) => [act, annulment.personName, annulment.reason]),
    ).toEqual([
      ["rule", "office_secretary A", "ghi nhầm kiến nghị khác"],
      ["assign", "office_secretary A", "ghi nhầm kiến nghị khác"],
    ]);
    await move("rule", { recommendation: code, on: "2026-02-05", ruling: "noted" });
    expect((await read(code)).state.status).toBe("noted");
  });

  test("the agency that should not have had it no longer reads it", async () => {
    const code = await assigned();
    const officer = await cast.holder("agency_officer", "A-KT");
    expect((await read(code, officer)).code).toBe(code);
    await annul(code);
    await expect(read(code, officer)).rejects.toThrow("recommendation.not_found");
  });

  test("an agency's step is its author's to annul, also a return; the unit's is not", async () => {
    const code = await assigned();
    const [author, other, head] = [
      await cast.holder("agency_officer", "A-KT"),
      await cast.holder("agency_officer", "A-KT"),
      await cast.holder("agency_head", "A-KT"),
    ];
    const foreign = await cast.holder("agency_officer", "A-VH");
    expect(await refusal(annul(code, author))).toBe("act.not_permitted");
    await move("draft_answer", { recommendation: code, outcome: "done", text: "Đã sửa" }, author);
    for (const actor of [other, secretary])
      expect(await refusal(annul(code, actor))).toBe("act.not_permitted");
    expect(await refusal(annul(code, foreign))).toBe("not_found");
    await annul(code, author);
    await move("return", { recommendation: code, reason: "không thuộc thẩm quyền" }, author);
    await annul(code, head);
    expect((await read(code)).state).toMatchObject({ status: "in_hand", leadId: cast.unit("A-KT") });
  });

  test("the Front annuls its own finding, and nobody else does", async () => {
    const code = await received();
    await move("rule", { recommendation: code, ruling: "answered_now", text: "Đã sửa" });
    const front = await cast.holder("front_officer", "A");
    await move("confirm", { recommendation: code, by: "front", satisfied: "false" }, front);
    for (const actor of [secretary, await cast.holder("front_officer", "T")])
      expect(await refusal(annul(code, actor))).toBe("act.not_permitted");
    await annul(code, front);
    expect(await refusal(annul(code, front))).toBe("act.not_permitted");
  });

  test("a hold is the reviewer's to end; a release is the reviewer's to annul", async () => {
    const code = await received();
    await move("hold", { recommendation: code, reason: "xem lại" });
    const reviewer = await cast.holder("complaint_reviewer", "A");
    for (const actor of [secretary, reviewer])
      expect(await refusal(annul(code, actor))).toBe("held_for_review");
    await move("release", { recommendation: code }, reviewer);
    expect(await refusal(annul(code))).toBe("act.not_permitted");
    await annul(code, reviewer);
    expect(await findMatter(db, secretary, code, today)).toMatchObject({ hidden: "held" });
  });

  test("a hold that has ended locks no step before it: whoever could take that back still can", async () => {
    const reviewer = await cast.holder("complaint_reviewer", "A");
    const hide = async (code: string) => {
      await move("hold", { recommendation: code });
      expect(await refusal(annul(code))).toBe("held_for_review");
      await move("release", { recommendation: code }, reviewer);
    };
    const code = await assigned();
    await hide(code);
    await hide(code);
    const [ours, theirs] = [await read(code), await read(code, reviewer)];
    expect([ours.mayAnnul, ours.mayAnnulBeforeHold]).toEqual([false, true]);
    expect([theirs.mayAnnul, theirs.mayAnnulBeforeHold]).toEqual([true, false]);
    const officer = await cast.holder("agency_officer", "A-KT");
    expect(await refusal(annul(code, officer))).toBe("act.not_permitted");
    expect(await refusal(annul(code, reviewer, { before_hold: "yes" }))).toBe("act.not_permitted");
    await annul(code);
    expect((await read(code)).state.status).toBe("awaiting_assignment");
    await annul(code, secretary, { before_hold: "yes" });
    expect((await read(code)).state.status).toBe("awaiting_ruling");
    expect((await read(code)).events.map(({ act }) => act)).toEqual(["hold", "release", "hold", "release"]);
    // The release stays the reviewer's.
    expect(await refusal(annul(code))).toBe("act.not_permitted");
    expect(await refusal(annul(code, secretary, { before_hold: "yes" }))).toBe("nothing_to_annul");
    await annul(code, reviewer);
    expect(await findMatter(db, secretary, code, today)).toMatchObject({ hidden: "held" });
    expect(await refusal(annul(await assigned(), secretary, { before_hold: "yes" }))).toBe("no_ended_hold");
  });

  test("what was rejected before is reopened still, where only so it could be held; that is said", async () => {
    const code = await received();
    await move("reject", { recommendation: code, on: "2026-02-04", reason: "Không rõ" });
    await move("reopen", { recommendation: code, on: "2026-02-05", due: "2026-03-10", reason: "Đã rõ" });
    await move("hold", { recommendation: code });
    await move("release", { recommendation: code }, await cast.holder("complaint_reviewer", "A"));
    expect(await refusal(annul(code))).toBe("hold_stands_on");
  });

  test("passing upward is undone on both sides, unless the unit above has acted", async () => {
    const code = await received();
    const up = { recommendation: code, on: "2026-02-05", to: "T" };
    await move("forward_up", up);
    const [above, provincial] = [
      (await read(code)).links.child!.code,
      await cast.holder("office_secretary", "T"),
    ];
    await move("rule", { recommendation: above, ruling: "beyond_competence" }, provincial);
    expect(await refusal(annul(code))).toBe("child_has_moved");
    await annul(above, provincial);
    await annul(code);
    expect((await read(code)).state.status).toBe("awaiting_ruling");
    expect((await read(code)).links.child).toBeNull();
    await expect(read(above, provincial)).rejects.toThrow("recommendation.not_found");
    await move("forward_up", up);
    expect((await read(code)).links.child?.code).not.toBe(above);
  });

  test("an answer above is annulled with the reply it sent down, unless something came after that", async () => {
    const code = await received();
    await move("forward_up", { recommendation: code, on: "2026-02-05", to: "T" });
    const above = (await read(code)).links.child!.code;
    const provincial = await cast.holder("office_secretary", "T");
    await move("rule", { recommendation: above, ruling: "answered_now", text: "Đã trả lời" }, provincial);
    expect((await read(code)).state.status).toBe("answered");
    expect(await refusal(annul(code))).toBe("reply_belongs_above");
    await move("close", { recommendation: code });
    expect(await refusal(annul(above, provincial))).toBe("reply_went_on");
    await annul(code);
    await annul(above, provincial);
    expect((await read(code)).state.status).toBe("passed_up");
    expect((await read(above, provincial)).state.status).toBe("awaiting_ruling");
  });

  test("a merge is undone: the one who raised it is no longer counted with the other", async () => {
    const [code, first] = [await received(), await received({ raised_by: "Ông Đầu" })];
    await move("merge", { recommendation: code, into: first });
    expect((await read(first)).raisedTimes).toBe(2);
    await annul(code);
    expect((await read(first)).raisedTimes).toBe(1);
    expect((await read(code)).links.mergedInto).toBeNull();
  });

  test("a merge is undone after a hold of either that has ended, with what it brought", async () => {
    const reviewer = await cast.holder("complaint_reviewer", "A");
    const [code, first] = [await received(), await assigned()];
    await move("draft_answer", { recommendation: first, on: "2026-02-05", outcome: "done", text: "Đã sửa" });
    await move("approve_answer", { recommendation: first, on: "2026-02-05" }, cast.system);
    await move("answer", { recommendation: first, on: "2026-02-05" });
    await move("merge", { recommendation: code, into: first, ended: "reopen" });
    expect((await read(first)).state.status).toBe("in_hand");
    await move("hold", { recommendation: first });
    await move("release", { recommendation: first }, reviewer);
    await move("hold", { recommendation: code });
    await move("release", { recommendation: code }, reviewer);
    await annul(code);
    expect((await read(code)).links.mergedInto).toBeNull();
    expect((await read(first)).state.status).toBe("answered");
  });

  test("the database keeps what was written", async () => {
    const code = await assigned();
    await annul(code);
    await correct(code, { field: "y_te" });
    for (const table of [
      "recommendation_annulment",
      "recommendation_correction",
      "recommendation_event",
    ] as const)
      await expect(db.deleteFrom(table).execute()).rejects.toThrow("may not be changed");
  });
});
