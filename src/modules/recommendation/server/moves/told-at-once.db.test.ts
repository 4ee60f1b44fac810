import type { Actor } from "#kernel/actor.ts";
import type { Problem } from "#kernel/problem.ts";
import { describe, expect, test } from "vitest";
import { today } from "../../../../../tests/support/cast.ts";
import { matterScene } from "../../../../../tests/support/matter-scene.ts";

// What a move is refused for is told at once, what has no effect is refused, and where a merged matter goes on is said.

const { cast, who, move } = await matterScene([
  ["office_secretary", "A"],
  ["office_secretary", "B"],
  ["village_head", "A-1"],
  ["village_head", "A-2"],
]);

async function refusal(work: Promise<unknown>): Promise<Problem> {
  return work.then(
    (done) => {
      throw new Error(`Not refused: ${JSON.stringify(done)}`);
    },
    (error: unknown) => error as Problem,
  );
}
const codeOf = async (work: Promise<unknown>) =>
  (await refusal(work)).definition.code.replace("recommendation.", "");
const fieldsOf = async (work: Promise<unknown>) => (await refusal(work)).faults.map(({ field }) => field);

let said = 0;
async function received(more: Record<string, unknown> = {}): Promise<string> {
  const matter = { unit: "A", text: `Mương tắc ${(said += 1)}`, field: "giao_thong", village: "A-1" };
  return (await move("receive", { ...matter, received_on: "2026-02-02", ...more })).code;
}

async function answered(code: string, on = "2026-02-20") {
  await move("assign", { recommendation: code, on, lead: "A-KT", due: "2026-03-10" });
  await move("draft_answer", { recommendation: code, on, outcome: "done", text: "Đã nạo vét mương" });
  await move("approve_answer", { recommendation: code, on });
  await move("answer", { recommendation: code, on });
}

describe("what has no effect is refused", () => {
  test("what becomes of an answer, where nothing is answered yet", async () => {
    const [first, second] = [await received(), await received()];
    for (const ended of ["same_answer", "reopen"]) {
      const problem = await refusal(move("merge", { recommendation: second, into: first, ended }));
      expect(problem.definition.code).toBe("recommendation.merge_into_open");
      expect(problem.faults.map(({ field }) => field)).toEqual(["ended"]);
      expect(problem.details).toEqual({ not_asked: ["ended"] });
    }
    await move("merge", { recommendation: second, into: first, ended: "" });
  });

  test("that published results are known of, where none are published", async () => {
    const [first, second] = [await received(), await received()];
    const merging = { recommendation: second, into: first, published_too: true };
    expect(await codeOf(move("merge", merging))).toBe("merge_not_published");
    expect(await fieldsOf(move("merge", { ...merging, ended: "reopen" }))).toEqual([
      "ended",
      "published_too",
    ]);
  });

  test.each([
    [{ ruling: "noted", promise: "told" }, "promise_not_asked", "promise"],
    [
      { ruling: "written_answer", text: "Sẽ xong trước 10/3", promise: "task" },
      "promise_not_asked",
      "promise",
    ],
    [{ ruling: "answered_now", text: "Đã xong.", promise: "task" }, "promise_not_asked", "promise"],
    [{ ruling: "answered_now", text: "Đã xong.", words_later: true }, "words_not_later", "words_later"],
    [{ ruling: "beyond_competence", words_later: true }, "words_not_later", "words_later"],
  ])("with a ruling: %j", async (given, code, field) => {
    const recommendation = await received();
    const problem = await refusal(move("rule", { recommendation, ...given }));
    expect(problem.definition.code).toBe(`recommendation.${code}`);
    expect(problem.faults.map((fault) => fault.field)).toEqual([field]);
  });

  test("what is told all the same, where a draft promises nothing, or refuses what was asked for", async () => {
    const recommendation = await received();
    await move("assign", { recommendation, lead: "A-KT", due: "2026-12-31" });
    const draft = { recommendation, outcome: "done", text: "Đã xong.", promise: "told" };
    expect(await codeOf(move("draft_answer", draft))).toBe("promise_not_asked");
    const refused = { outcome: "refused", text: "Sẽ không xong trước 10/3", basis: "Điều 5" };
    expect(await codeOf(move("draft_answer", { ...draft, ...refused }))).toBe("promise_not_asked");
  });
});

describe("what the register finds is told at once", () => {
  test("of a receipt", async () => {
    const given = { unit: "A", text: "Mương tắc", received_on: "2026-02-02" };
    const unknown = { field: "khong_co", village: "B-1", conference: crypto.randomUUID() };
    expect(await fieldsOf(move("receive", { ...given, ...unknown }, who("office_secretary A")))).toEqual([
      "conference",
      "village",
      "field",
    ]);
    const foreign = { field: "khong_co", village: "A-2" };
    expect(await fieldsOf(move("receive", { ...given, ...foreign }, who("village_head A-1")))).toEqual([
      "village",
      "field",
    ]);
  });

  test("of an assignment: the day, its date, who leads, who helps", async () => {
    const recommendation = await received();
    const given = { lead: "A-1", due: "2026-01-01", coordinators: ["B-KT", "A-2"] };
    expect(await fieldsOf(move("assign", { recommendation, on: "2026-02-01", ...given }))).toEqual([
      "due",
      "lead",
      "coordinators",
      "coordinators",
      "on",
    ]);
  });

  test("of an answer: its promise, the day of the work, its law", async () => {
    const recommendation = await received();
    await move("assign", { recommendation, lead: "A-KT", due: "2026-12-31" });
    const draft = { outcome: "refused", text: "Không đủ điều kiện", done_on: "2199-01-01", promise: "told" };
    expect(await fieldsOf(move("draft_answer", { recommendation, ...draft }))).toEqual([
      "done_on",
      "basis",
      "promise",
    ]);
  });

  test("of a ruling, beside a day before the receipt", async () => {
    const recommendation = await received();
    const ruled = { ruling: "noted", due: "2026-03-01", promise: "told" };
    expect(await fieldsOf(move("rule", { recommendation, on: "2026-02-01", ...ruled }))).toEqual([
      "due",
      "promise",
      "on",
    ]);
  });

  test("what its own input says is told beside what its schema refuses", async () => {
    const recommendation = await received();
    const given = { recommendation, on: "2199-01-01", lead: "", due: "2026-03-01" };
    expect(await fieldsOf(move("assign", given))).toEqual(["lead", "on"]);
    const early = { recommendation, on: "2026-02-10", lead: "", due: "2026-02-09" };
    expect(await fieldsOf(move("assign", early))).toEqual(["lead", "due"]);
    expect(await fieldsOf(move("assign", { ...early, on: "30/2/2026" }))).toEqual(["on", "lead"]);
  });

  test("and no field is told of where the matter does not stand so that the move is possible", async () => {
    const recommendation = await received();
    await move("rule", { recommendation, ruling: "noted" });
    expect(await codeOf(move("rule", { recommendation, ruling: "answered_now" }))).toBe("move_not_allowed");
  });

  test("which of two matters is not there", async () => {
    const recommendation = await received();
    const problem = await refusal(move("merge", { recommendation, into: "A-1999-1" }));
    expect(problem.faults.map(({ field }) => field)).toEqual(["into"]);
  });
});

describe("of a merged matter it is said where it goes on", () => {
  async function merged() {
    const [first, second] = [await received(), await received({ village: "A-2", received_on: "2026-02-03" })];
    await answered(first);
    await move("merge", { recommendation: second, into: first, ended: "same_answer" });
    return { first, second };
  }
  const confirm = (recommendation: string, by: Actor, more = {}) =>
    move("confirm", { recommendation, by: "village_head", satisfied: true, ...more }, by);

  test("to whoever may know of that one", async () => {
    const { first, second } = await merged();
    for (const by of [who("village_head A-2"), who("office_secretary A"), cast.system]) {
      const problem = await refusal(
        by === who("village_head A-2")
          ? confirm(second, by)
          : move("confirm", { recommendation: second, by: "requester", satisfied: true }, by),
      );
      expect(problem.definition.code).toBe("recommendation.goes_on_elsewhere");
      expect(problem.vi).toContain(first);
      expect(problem.details).toMatchObject({ goes_on: first, status: "merged" });
    }
    await confirm(first, who("village_head A-2"));
    expect(await codeOf(confirm(second, who("office_secretary B")))).toBe("not_found");
  });

  test("also where something else is done to it, and not of a day before it was merged", async () => {
    const { second } = await merged();
    for (const [name, more] of Object.entries({
      rule: { ruling: "noted" },
      assign: { lead: "A-KT", due: "2026-12-31" },
      reopen: { reason: "Chưa xong" },
      write_answer: { text: "Đã trả lời" },
    }))
      expect(await codeOf(move(name, { recommendation: second, ...more }))).toBe("goes_on_elsewhere");
    expect(await codeOf(move("close", { recommendation: second, on: "2026-02-10" }))).toBe(
      "move_not_allowed",
    );
  });

  test("many are assigned at once: each that was merged is told with where it goes on", async () => {
    const { first, second } = await merged();
    const many = { recommendations: [second], lead: "A-KT", due: "2026-12-31", on: today };
    const problem = await refusal(move("assign_many", many));
    expect(JSON.stringify([problem.vi, problem.faults])).toContain(first);
  });
});
