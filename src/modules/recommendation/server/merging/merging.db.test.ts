import { ofToday } from "#modules/document/paper-day.ts";
import type { Actor } from "#kernel/actor.ts";
import type { Problem } from "#kernel/problem.ts";
import { actNamed } from "#acts/registry.ts";
import { postedRows } from "#modules/conclusion/server/posted-texts.ts";
import { lastTime } from "#modules/conference/server/agenda/last-time.ts";
import { readDesk, readOutPage } from "#modules/desk/server/index.ts";
import { notificationsOf, wordHandlers } from "#modules/notification/server/index.ts";
import { exportRegister } from "#modules/register/server/index.ts";
import { workOutbox } from "#platform/server/outbox-worker.ts";
import { reportSummary } from "#modules/report/server/index.ts";
import { describe, expect, test } from "vitest";
import { noon, today } from "../../../../../tests/support/cast.ts";
import { matterScene } from "../../../../../tests/support/matter-scene.ts";
import { findMatter, verifyMatters, type MatterReading } from "../index.ts";

// The same raised twice in the commune A: by the village A-1, then by A-2. What was merged goes on in the other.

const { db, cast, who, move } = await matterScene([
  ["office_secretary", "T"],
  ["complaint_reviewer", "T"],
  ["office_secretary", "A"],
  ["chairperson", "A"],
  ["complaint_reviewer", "A"],
  ["agency_head", "A-KT"],
  ["village_head", "A-1"],
  ["village_head", "A-2"],
  ["village_head", "B-1"],
  ["office_secretary", "B"],
]);

const office = () => who("office_secretary A");
const province = () => who("office_secretary T");

async function refusal(work: Promise<unknown>): Promise<string | undefined> {
  const problem = await work.then(
    () => null,
    (error: unknown) => error as Problem,
  );
  return problem?.definition.code.replace("recommendation.", "");
}

let said = 0;
async function received(more: Record<string, unknown> = {}): Promise<string> {
  const matter = { unit: "A", text: `Mương tắc ${(said += 1)}`, field: "giao_thong", village: "A-1" };
  return (await move("receive", { ...matter, received_on: "2026-02-02", ...more })).code;
}

async function read(code: string, by: Actor = cast.system): Promise<MatterReading> {
  return (await findMatter(db, by, code, today)) as MatterReading;
}
const statusOf = async (code: string) => (await read(code)).state.status;
const childOf = async (code: string) => (await read(code)).links.child!.code;
/** Whether somebody opens it and reads its words, gets the stub, or is told that it is not there. */
async function seen(code: string, by: Actor): Promise<"words" | "stub" | "nothing"> {
  const found = await findMatter(db, by, code, today).catch(() => null);
  return found === null ? "nothing" : found.hidden === null ? "words" : "stub";
}

async function answered(code: string, on = "2026-02-20", text = "Đã nạo vét mương") {
  await move("assign", { recommendation: code, on, lead: "A-KT", due: "2026-03-10" });
  await move("draft_answer", { recommendation: code, on, outcome: "done", text });
  await move("approve_answer", { recommendation: code, on });
  await move("answer", { recommendation: code, on });
}

/** The first and the second, which is merged into the first. */
async function merged(more: Record<string, unknown> = {}) {
  const [first, second] = [await received(), await received({ village: "A-2", received_on: "2026-02-03" })];
  await move("merge", { recommendation: second, into: first, on: "2026-02-10", ...more });
  return { first, second };
}

describe("the matter that goes on", () => {
  test("is opened by the village of what was merged, at any remove, and confirmed by it", async () => {
    const { first, second } = await merged();
    const earliest = await received({ received_on: "2026-02-01" });
    expect(await seen(first, who("village_head A-2"))).toBe("words");
    await move("merge", { recommendation: first, into: earliest });
    expect((await read(second)).links.mergedInto?.code).toBe(earliest);
    expect(await seen(earliest, who("village_head A-2"))).toBe("words");
    expect(await seen(earliest, who("village_head B-1"))).toBe("nothing");
    await answered(earliest);
    const yes = { recommendation: earliest, by: "village_head", satisfied: true };
    expect(await refusal(move("confirm", yes, who("village_head B-1")))).toBe("not_found");
    expect((await read(earliest, who("village_head A-2"))).moves).toContain("confirm");
    await move("confirm", yes, who("village_head A-2"));
    expect((await read(earliest)).state.satisfied).toBe(true);
  });

  test("waits for the unit above in place of what was merged, and gets its answer", async () => {
    const [first, second] = [await received(), await received({ village: "A-2" })];
    await move("forward_up", { recommendation: second, on: "2026-02-05", to: "T" }, office());
    await cast.signedUp(province());
    const above = await childOf(second);
    await move("merge", { recommendation: second, into: first, on: "2026-02-10" }, office());
    expect([await statusOf(second), await statusOf(first)]).toEqual(["merged", "passed_up"]);
    expect((await read(first)).links.children.map(({ code }) => code)).toEqual([above]);
    expect(await seen(above, office())).toBe("words");
    expect(await seen(above, who("village_head A-2"))).toBe("words");
    const paper = { recommendation: first, outcome: "done", text: "Theo giấy" };
    expect(await refusal(move("reply_from_above", paper, office()))).toBe("child_decides");
    expect(await refusal(move("annul", { recommendation: first, reason: "Nhầm" }, office()))).toBe(
      "brought_by_merge",
    );
    await answered(above, "2026-02-25", "Tỉnh đã cấp vốn");
    const { state, events } = await read(first);
    expect([state.status, events.at(-1)?.text]).toEqual(["answered", "Tỉnh đã cấp vốn"]);
    expect(await verifyMatters(db, () => undefined)).toEqual([]);
  });

  test("is counted as passed up until it is answered, here and above", async () => {
    const at = async (unit: string) => {
      const asked = { unit, from: "2026-02-01", to: "2026-03-02", today };
      const { recommendations } = await reportSummary(db, asked);
      return [recommendations.received, recommendations.duplicates, recommendations.passed_up];
    };
    const before = [await at("A"), await at("T")];
    const [first, second] = [await received(), await received({ village: "A-2" })];
    await move("forward_up", { recommendation: second, on: "2026-02-05", to: "T" });
    await move("merge", { recommendation: second, into: first, on: "2026-02-10" });
    const grown = (figures: number[]) => [figures[0]! + 2, figures[1]! + 1, figures[2]! + 1];
    expect([await at("A"), await at("T")]).toEqual(before.map(grown));
    await answered(await childOf(first), "2026-02-25");
    expect((await at("A"))[2]).toBe(before[0]![2]);
  });

  test("that waits for two above hears of both once both have answered", async () => {
    const [first, second] = [await received(), await received({ village: "A-2" })];
    for (const recommendation of [first, second])
      await move("forward_up", { recommendation, on: "2026-02-05", to: "T" });
    const [one, other] = [await childOf(first), await childOf(second)];
    await move("merge", { recommendation: second, into: first, on: "2026-02-06" });
    const now = { ruling: "answered_now", on: "2026-02-10" };
    await move("rule", { recommendation: one, ...now, text: "Trả lời thứ nhất" });
    expect(await statusOf(first)).toBe("passed_up");
    await move("rule", { recommendation: other, ...now, text: "Trả lời thứ hai" });
    const replies = async () =>
      (await read(first)).events.filter(({ act }) => act === "reply_from_above").map(({ text }) => text);
    expect(await replies()).toEqual([`${one}: Trả lời thứ nhất\n\n${other}: Trả lời thứ hai`]);
    await move("annul", { recommendation: other, reason: "Nhầm" });
    expect([await statusOf(first), await replies()]).toEqual(["passed_up", []]);
    expect(await verifyMatters(db, () => undefined)).toEqual([]);
  });

  test("is what the unit above waits to hear no more of, once that routed it out", async () => {
    const [first, second] = [await received(), await received({ village: "A-2" })];
    await move("forward_up", { recommendation: second, on: "2026-02-05", to: "T" });
    await move("merge", { recommendation: second, into: first, on: "2026-02-06" });
    await move("route_out", { recommendation: await childOf(first), to: "Thanh tra", on: "2026-02-08" });
    expect(await seen(first, office())).toBe("stub");
    expect(await seen(second, office())).toBe("stub");
    await move("release", { recommendation: first, on: "2026-02-09" });
    const paper = { recommendation: first, outcome: "done", text: "Theo giấy", on: "2026-02-10" };
    await move("reply_from_above", paper, office());
    expect(await statusOf(first)).toBe("answered");
  });
});

describe("to the villages", () => {
  const told = async (village: string) => {
    await workOutbox(db, wordHandlers(null, "http://localhost"), "quick", () => noon);
    const words = await notificationsOf(db, who(`village_head ${village}`).personId, 200);
    return words.map(({ details }) => ("code" in details ? details.code : null));
  };
  const readOut = async (village: string) => readOutPage(db, who(`village_head ${village}`), today);

  test("the answer is told to each, read out by each, and judged by each", async () => {
    const { first, second } = await merged();
    expect((await readOut("A-2")).open.find(({ code }) => code === first)?.raisedAs).toBe(second);
    await answered(first);
    expect(await told("A-1")).toContain(first);
    expect(await told("A-2")).toContain(first);
    const has = async (village: string) =>
      (await readOut(village)).answered.some(({ code }) => code === first);
    expect([await has("A-1"), await has("A-2")]).toEqual([true, true]);
    const lists = (await readDesk(db, who("village_head A-2"), today)).answers;
    expect(lists.map(({ code }) => code)).toContain(first);
    const word = { recommendation: first, by: "village_head", satisfied: true };
    await move("confirm", word, who("village_head A-1"));
    expect([await has("A-1"), await has("A-2")]).toEqual([false, true]);
    await move("confirm", word, who("village_head A-2"));
    expect(await has("A-2")).toBe(false);
  });

  test("a matter that was passed upward is told once, by the reply", async () => {
    const code = await received();
    await move("forward_up", { recommendation: code, on: "2026-02-05", to: "T" });
    const above = await childOf(code);
    await answered(above, "2026-02-20", "Tỉnh trả lời");
    const heard = await told("A-1");
    expect([heard.includes(code), heard.includes(above)]).toEqual([true, false]);
    const { answered: read } = await readOut("A-1");
    expect(read.filter(({ answer }) => answer?.text === "Tỉnh trả lời").map((one) => one.code)).toEqual([
      code,
    ]);
  });
});

describe("of a conference", () => {
  const held = async (on: string) => {
    const chairs = [{ name: "Bà Chủ trì", capacity: "party_secretary" }];
    const record = actNamed("conference.record")!;
    const conference = { unit: "A", form: "periodic", held_on: on, chairs };
    return ((await cast.perform(record, conference, { actor: cast.system, now: noon })) as { id: string }).id;
  };

  test("what went into a matter of another is told with that one's answer, in the first item of the next", async () => {
    const [before, conference, next] = [
      await held("2026-01-20"),
      await held("2026-02-02"),
      await held("2026-03-01"),
    ];
    const first = await received({ received_on: "2026-01-20", conference: before });
    const second = await received({ conference });
    await move("merge", { recommendation: second, into: first, on: "2026-02-10" });
    const place = { id: next, unitId: cast.unit("A"), heldOn: "2026-03-01", form: "periodic" } as const;
    const item = async () => {
      const { matters, carriedOver } = await lastTime(db, cast.system, place, ofToday(today));
      return [...matters, ...carriedOver].filter(({ code }) => [first, second].includes(code));
    };
    expect(await item()).toMatchObject([{ code: first, open: true, goesOnIn: null }]);
    await answered(first, "2026-02-20", "Đã xong");
    expect(await item()).toMatchObject([{ code: second, class: "done", answer: "Đã xong", goesOnIn: first }]);
  });

  test("what is held is told once to its reviewer, with what went into it", async () => {
    const [conference, next] = [await held("2026-02-02"), await held("2026-03-01")];
    const first = await received({ conference });
    const second = await received({ conference });
    await move("merge", { recommendation: second, into: first, on: "2026-02-10" });
    const place = { id: next, unitId: cast.unit("A"), heldOn: "2026-03-01", form: "periodic" } as const;
    const item = async (by: Actor) => {
      const { matters, carriedOver } = await lastTime(db, by, place, ofToday(today));
      return [...matters, ...carriedOver]
        .map(({ code }) => code)
        .filter((code) => [first, second].includes(code));
    };
    await move("hold", { recommendation: first });
    expect(await item(who("complaint_reviewer A"))).toEqual([first]);
    expect(await item(office())).toEqual([]);
  });

  test("whose results are published nothing is merged out unasked, and it stays in what was published", async () => {
    const conference = await held("2026-02-02");
    const [first, second] = [await received({ received_on: "2026-02-01" }), await received({ conference })];
    const step = { id: crypto.randomUUID(), conference_id: conference, step: "publish_results" };
    await db
      .insertInto("conference_step")
      .values({ ...step, done_on: "2026-02-09", recorded_at: noon.toString() })
      .execute();
    const merging = { recommendation: second, into: first, on: "2026-02-10" };
    expect(await refusal(move("merge", merging))).toBe("merge_out_of_published");
    await move("merge", { ...merging, published_too: true });
    await answered(first, "2026-02-20", "Đã xong");
    const posted = await postedRows(db, conference, crypto.randomUUID(), today);
    expect(posted).toMatchObject([
      { code: second, goesOnIn: first, class: "done", open: false, answer: { original: "Đã xong" } },
    ]);
  });
});

describe("a merge", () => {
  test("of what was answered, or noted, is possible", async () => {
    const [first, second, third] = [await received(), await received(), await received()];
    await answered(second);
    await move("rule", { recommendation: third, ruling: "noted", on: "2026-02-03" });
    for (const recommendation of [second, third]) await move("merge", { recommendation, into: first });
    expect((await read(first)).raisedTimes).toBe(3);
  });

  test("of work in hand loses nothing of it: the other has its lead, its date and no request for time left open", async () => {
    const [first, second] = [await received(), await received()];
    const into = { recommendation: second, into: first, on: "2026-02-20" };
    const work = { lead: "A-KT", due: "2026-02-18", on: "2026-02-05" };
    await move("assign", { recommendation: second, ...work });
    await move("ask_extension", {
      recommendation: second,
      due: "2026-03-20",
      reason: "mưa",
      on: "2026-02-10",
    });
    const overdue = async () =>
      (
        await reportSummary(db, {
          unit: "A",
          basis: "as-was",
          from: "2026-01-01",
          to: today,
          asOf: today,
          today,
        })
      ).recommendations.overdue;
    const before = await overdue();
    expect(await refusal(move("merge", into))).toBe("merge_time_asked");
    await move("refuse_extension", { recommendation: second, reason: "Không", on: "2026-02-11" });
    expect(await refusal(move("merge", into))).toBe("merge_leaves_lead");
    await move("assign", { recommendation: first, ...work, due: "2026-03-20" });
    expect(await refusal(move("merge", into))).toBe("merge_gains_time");
    expect(await overdue()).toBe(before);
    await move("annul", { recommendation: first, reason: "Ghi lại hạn" });
    await move("assign", { recommendation: first, ...work });
    await move("merge", into);
    expect(await overdue()).toBe(before);
    expect(await seen(first, who("agency_head A-KT"))).toBe("words");
    await move("annul", { recommendation: second, reason: "Gộp nhầm" });
    expect(await overdue()).toBe((before ?? 0) + 1);
  });

  test("leaves no draft undecided: one that waits for the leaders is issued, sent back or annulled first", async () => {
    const [first, second, ended] = [await received(), await received(), await received()];
    const work = { on: "2026-02-05", lead: "A-KT", due: "2026-03-10" };
    for (const recommendation of [first, second]) await move("assign", { recommendation, ...work });
    await answered(ended, "2026-02-05");
    const on = { recommendation: second, on: "2026-02-10" };
    const both = [{ into: first }, { into: ended, ended: "reopen" }];
    await move("draft_answer", { ...on, outcome: "done", text: "Đã nạo vét" });
    for (const into of both)
      expect(await refusal(move("merge", { ...on, ...into }))).toBe("merge_draft_waits");
    await move("approve_answer", on);
    for (const into of both)
      expect(await refusal(move("merge", { ...on, ...into }))).toBe("merge_draft_waits");
    await move("send_back", { ...on, reason: "Gộp với việc đã có" });
    await move("merge", { ...on, into: first });
    expect(await statusOf(second)).toBe("merged");
  });

  test("into what is answered says what happens: the answer holds for both, or it is taken up again", async () => {
    const [first, second, third] = [await received(), await received(), await received()];
    await answered(first, "2026-02-05");
    const into = { into: first, on: "2026-02-10" };
    expect(await refusal(move("merge", { recommendation: second, ...into }))).toBe("merge_into_answered");
    await move("merge", { recommendation: second, ...into, ended: "same_answer" });
    expect(await statusOf(first)).toBe("answered");
    await move("merge", { recommendation: third, ...into, ended: "reopen" });
    expect(await statusOf(first)).toBe("in_hand");
    await move("annul", { recommendation: third, reason: "Gộp nhầm" });
    expect([await statusOf(first), await statusOf(third)]).toEqual(["answered", "awaiting_ruling"]);
  });

  test("takes nothing up again without a date: what never had one is reopened with one first", async () => {
    const [first, second, up] = [await received(), await received(), await received()];
    const now = { on: "2026-02-04", ruling: "answered_now", text: "Đã nạo vét" };
    await move("rule", { recommendation: first, ...now });
    const again = { into: first, on: "2026-02-10", ended: "reopen" };
    expect(await refusal(move("merge", { recommendation: second, ...again }))).toBe(
      "merge_reopens_without_due",
    );
    const reopening = { recommendation: first, on: "2026-02-10", reason: "Nêu lại" };
    expect(await refusal(move("reopen", reopening))).toBe("reopened_without_due");
    // What waits above after it is not in hand, and needs none.
    await move("forward_up", { recommendation: up, on: "2026-02-05", to: "T" });
    await move("merge", { recommendation: up, ...again });
    expect(await statusOf(first)).toBe("passed_up");
    await move("annul", { recommendation: up, reason: "Gộp nhầm" });
    await move("reopen", { ...reopening, due: "2026-03-10" });
    expect((await read(first)).state).toMatchObject({ status: "in_hand", dueOn: "2026-03-10" });
    await move("merge", { recommendation: second, into: first, on: "2026-02-10" });
    expect(await statusOf(second)).toBe("merged");
  });

  test("into what is taken up again gives no more time: what is late stays late, and who asked for more is answered first", async () => {
    const due = async (code: string) => (await read(code)).state.dueOn;
    const late = async () => (await reportSummary(db, asked)).recommendations.overdue;
    const days = { from: "2026-01-01", to: today, asOf: today, today };
    const asked = { unit: "A", basis: "as-was", ...days } as const;
    const [first, second, third] = [await received(), await received(), await received()];
    const before = await late();
    await answered(first, "2026-02-05");
    const work = { on: "2026-02-06", lead: "A-KT" };
    await move("assign", { recommendation: second, ...work, due: "2026-02-16" });
    await move("assign", { recommendation: third, ...work, due: "2026-02-12" });
    const into = { into: first, on: "2026-02-20", ended: "reopen" };
    await move("ask_extension", {
      recommendation: second,
      on: "2026-02-10",
      due: "2026-03-30",
      reason: "Chờ vật tư",
    });
    expect(await late()).toBe(before! + 2);
    expect(await refusal(move("merge", { recommendation: second, ...into }))).toBe("merge_time_asked");
    await move("refuse_extension", { recommendation: second, reason: "Không", on: "2026-02-11" });
    await move("merge", { recommendation: second, ...into });
    expect(await due(first)).toBe("2026-02-16");
    expect(await late()).toBe(before! + 2);
    await move("annul", { recommendation: second, reason: "Gộp nhầm" });
    expect([await statusOf(first), await due(second)]).toEqual(["answered", "2026-02-16"]);
    // The date that the other had is the earlier one; then that stays.
    await move("merge", { recommendation: third, ...into, on: "2026-02-08" });
    expect(await due(first)).toBe("2026-02-12");
  });

  test("of what waits above into what is answered takes that up again, or is refused", async () => {
    const [first, second] = [await received(), await received()];
    await answered(first, "2026-02-05");
    await move("forward_up", { recommendation: second, on: "2026-02-05", to: "T" });
    const merging = { recommendation: second, into: first, on: "2026-02-10" };
    expect(await refusal(move("merge", { ...merging, ended: "same_answer" }))).toBe("merge_waits_above");
    await move("merge", { ...merging, ended: "reopen" });
    expect(await statusOf(first)).toBe("passed_up");
    await move("annul", { recommendation: second, reason: "Gộp nhầm" });
    expect([await statusOf(first), await statusOf(second)]).toEqual(["answered", "passed_up"]);
  });

  test("is undone with what it brought, unless the other has gone on", async () => {
    const [first, second] = [await received(), await received()];
    await move("forward_up", { recommendation: second, on: "2026-02-05", to: "T" });
    await move("merge", { recommendation: second, into: first, on: "2026-02-10" });
    const above = await childOf(first);
    await move("rule", { recommendation: above, ruling: "answered_now", text: "Đã xong", on: "2026-02-11" });
    const undo = () => move("annul", { recommendation: second, reason: "Gộp nhầm" });
    expect(await refusal(undo())).toBe("merge_went_on");
    await move("annul", { recommendation: above, reason: "Nhầm" });
    await undo();
    expect([await statusOf(first), await statusOf(second)]).toEqual(["awaiting_ruling", "passed_up"]);
    expect(await verifyMatters(db, () => undefined)).toEqual([]);
  });

  const wrong: [string, string, (first: string, second: string) => Promise<Record<string, unknown>>][] = [
    [
      "into one that was received later",
      "merge_into_later",
      async () => ({ into: await received({ received_on: "2026-02-09" }) }),
    ],
    ["before either was received", "before_receipt", async () => ({ on: "2026-02-01" })],
    [
      "into one that was received later, before that came in",
      "merge_before_receipt",
      async () => ({ on: "2026-02-03", into: await received({ received_on: "2026-02-04" }) }),
    ],
    [
      "into one that was rejected",
      "merge_into_rejected",
      async (first) => {
        await move("reject", { recommendation: first, reason: "Không rõ" });
        return {};
      },
    ],
    [
      "into one that was itself merged",
      "merge_into_merged",
      async (first) => {
        await move("merge", { recommendation: first, into: await received() });
        return {};
      },
    ],
    [
      "into one that is held",
      "merge_into_hidden",
      async (first) => {
        await move("hold", { recommendation: first });
        return {};
      },
    ],
    [
      "into one of another unit",
      "merge_elsewhere",
      async () => ({ into: await received({ unit: "B", village: "B-1" }) }),
    ],
  ];

  test.each(wrong)("%s: %s", async (_, problem, prepare) => {
    const [first, second] = [await received(), await received({ received_on: "2026-02-03" })];
    const input = { recommendation: second, into: first, ...(await prepare(first, second)) };
    expect(await refusal(move("merge", input))).toBe(problem);
    expect(await statusOf(second)).toBe("awaiting_ruling");
  });
});

describe("around a merge", () => {
  test("no day of receipt is put down against it", async () => {
    const { first, second } = await merged();
    const words = {
      text: "Mương tắc lâu",
      field: "y_te",
      kind: "recommendation",
      naming: "named",
      reason: "Sai",
    };
    const put = (recommendation: string, received_on: string) =>
      move("correct", { recommendation, received_on, ...words });
    expect(await refusal(put(first, "2026-02-04"))).toBe("day_against_merge");
    expect(await refusal(put(second, "2026-02-01"))).toBe("day_against_merge");
    await put(first, "2026-02-03");
  });

  test("the no of the people is not settled by the answer of another", async () => {
    const [first, second] = [await received(), await received({ village: "A-2" })];
    for (const code of [first, second]) await answered(code, "2026-02-05");
    await move("confirm", { recommendation: second, by: "requester", satisfied: false, on: "2026-02-06" });
    const merging = { recommendation: second, into: first, on: "2026-02-10" };
    expect(await refusal(move("merge", { ...merging, ended: "same_answer" }))).toBe("merge_unsettled");
    await move("merge", { ...merging, ended: "reopen" });
    expect(await statusOf(first)).toBe("in_hand");
  });

  test("a unit and those that it carries on are one house, where the actor may merge in both", async () => {
    const arrange = (input: Record<string, unknown>) =>
      cast.perform(actNamed("organization.arrange_units")!, input, { actor: cast.system, now: noon });
    const make = (code: string, more: object) =>
      cast.perform(
        actNamed("organization.create_unit")!,
        { code, name: `Xã ${code}`, kind: "commune", parent: "T", ...more },
        { actor: cast.system, now: noon },
      );
    for (const code of ["O1", "O2"]) await make(code, { from: "2020-01-01" });
    await make("N", { from: "2026-02-15" });
    const [old, other] = [
      await received({ unit: "O1", village: undefined }),
      await received({ unit: "O2", village: undefined }),
    ];
    expect(await refusal(move("merge", { recommendation: other, into: old }))).toBe("merge_elsewhere");
    await arrange({ kind: "merge", on: "2026-02-15", from: ["O1", "O2"], to: ["N"] });
    const now = await received({ unit: "N", village: undefined, received_on: "2026-02-20" });
    await move("merge", { recommendation: other, into: old });
    await move("merge", { recommendation: now, into: old });
    expect((await read(old)).raisedTimes).toBe(3);
  });

  test("a register goes out and tells of what is hidden with another no more than a stub", async () => {
    const { first, second } = await merged();
    await move("hold", { recommendation: first });
    const { recommendations } = await exportRegister(db, "A", who("office_secretary A"), today);
    const told = recommendations!.filter(({ ref }) => [first, second].includes(ref));
    expect(told.map(({ text, events }) => [text, events!.map(({ act }) => act)])).toEqual([
      [undefined, ["hold"]],
      [undefined, ["hold"]],
    ]);
  });
});

describe("what is hidden", () => {
  test("hides what was merged into it, and shows it again with it", async () => {
    const { first, second } = await merged();
    const third = await received({ village: "A-2", received_on: "2026-02-04" });
    await move("merge", { recommendation: third, into: first });
    await move("hold", { recommendation: first }, office());
    const readers = [office(), who("village_head A-2"), who("chairperson A")];
    for (const code of [first, second, third])
      for (const reader of readers) expect(await seen(code, reader)).not.toBe("words");
    expect(await seen(second, who("complaint_reviewer A"))).toBe("words");
    for (const name of ["correct", "annul"]) {
      const words = {
        text: "x",
        field: "y_te",
        kind: "question",
        received_on: "2026-02-03",
        naming: "named",
      };
      const input = { recommendation: second, reason: "Sai", ...(name === "correct" && words) };
      expect(await refusal(move(name, input))).toBe("held_for_review");
    }
    await move("release", { recommendation: first }, who("complaint_reviewer A"));
    for (const code of [first, second, third]) expect(await seen(code, office())).toBe("words");
    await move("route_out", { recommendation: first, to: "Thanh tra" }, who("complaint_reviewer T"));
    for (const code of [first, second, third]) expect(await seen(code, office())).toBe("stub");
    expect(await verifyMatters(db, () => undefined)).toEqual([]);
  });

  test("may be what was merged alone: it is held, looked at, routed out", async () => {
    const { first, second } = await merged();
    await move("hold", { recommendation: second }, office());
    expect([await seen(second, office()), await seen(first, office())]).toEqual(["stub", "words"]);
    expect((await read(first, office())).requesters.map(({ code }) => code)).toEqual([first]);
    expect(await seen(first, who("village_head A-2"))).toBe("nothing");
    await move("route_out", { recommendation: second, to: "Thanh tra" }, who("complaint_reviewer A"));
    expect(await statusOf(second)).toBe("routed_out");
    expect((await read(first)).links.mergedFrom).toEqual([]);
  });

  test("below is not shown there by the matter that it became above; above it is that unit's own", async () => {
    const code = await received();
    await move("forward_up", { recommendation: code, on: "2026-02-05", to: "T" });
    const above = await childOf(code);
    await move("assign", { recommendation: above, on: "2026-02-06", lead: "A", due: "2026-03-10" });
    const chair = who("chairperson A");
    const below = [chair, office(), who("village_head A-1")];
    for (const reader of below) expect(await seen(above, reader)).toBe("words");
    await move("hold", { recommendation: code }, office());
    for (const reader of below) expect(await seen(above, reader)).toBe("nothing");
    expect(await seen(above, province())).toBe("words");
    await move("release", { recommendation: code }, who("complaint_reviewer A"));
    for (const reader of below) expect(await seen(above, reader)).toBe("words");
  });

  test("below hides nothing of what another unit passed upward into the same", async () => {
    const [mine, theirs] = [await received(), await received({ unit: "B", village: "B-1" })];
    for (const recommendation of [mine, theirs])
      await move("forward_up", { recommendation, on: "2026-02-05", to: "T" });
    const [above, other] = [await childOf(mine), await childOf(theirs)];
    await move("merge", { recommendation: above, into: other, on: "2026-02-06" });
    expect(await seen(other, office())).toBe("words");
    await move("hold", { recommendation: mine });
    expect(await seen(other, office())).toBe("nothing");
    expect(await seen(other, who("office_secretary B"))).toBe("words");
    expect(await seen(other, who("village_head B-1"))).toBe("words");
  });
});
