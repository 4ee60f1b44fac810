import type { Actor } from "#kernel/actor.ts";
import type { Problem } from "#kernel/problem.ts";
import { actNamed } from "#acts/registry.ts";
import { performOn } from "#acts/perform.ts";
import { exportRegister } from "#modules/register/server/index.ts";
import { reportSummary } from "#modules/report/server/index.ts";
import { beforeAll, describe, expect, test } from "vitest";
import { notificationsOf, wordHandlers } from "#modules/notification/server/index.ts";
import { notificationInWords } from "#modules/notification/words.ts";
import { workOutbox } from "#platform/server/outbox-worker.ts";
import { buildCast, noon, today, type Cast } from "../../../../../tests/support/cast.ts";
import { testDatabase } from "../../../../../tests/support/database.ts";
import { findMatter, verifyMatters, type MatterReading } from "../index.ts";

// The commune A passes a matter up to the province T, T answers, and what T does then is true below as well.

const { db } = await testDatabase();
let cast: Cast;
let office: Actor & { kind: "person" };

beforeAll(async () => {
  cast = await buildCast(db);
  office = await cast.holder("office_secretary", "A");
  await cast.signedUp(await cast.holder("office_secretary", "T"));
});

function move(name: string, input: Record<string, unknown>, by: Actor = cast.system) {
  return cast.perform(actNamed(`recommendation.${name}`)!, input, { actor: by, now: noon }) as Promise<{
    code: string;
    status: string;
  }>;
}

async function refusal(work: Promise<unknown>): Promise<string | undefined> {
  const problem = await work.then(
    () => null,
    (error: unknown) => error as Problem,
  );
  return problem?.definition.code.replace("recommendation.", "");
}

async function read(code: string): Promise<MatterReading> {
  return (await findMatter(db, cast.system, code, today)) as MatterReading;
}
const statusOf = async (code: string) => (await read(code)).state.status;
const actsOf = async (code: string) =>
  (await read(code)).events.map(({ act, on }) => `${act} ${on.slice(5)}`);
const childOf = async (code: string) => (await read(code)).links.child!.code;
const annul = (recommendation: string, by?: Actor) =>
  move("annul", { recommendation, reason: "Ghi nhầm" }, by);

async function received(more: Record<string, unknown> = {}): Promise<string> {
  const said = { unit: "A", text: "Đề nghị mở cầu qua sông", field: "giao_thong", received_on: "2026-02-02" };
  return (await move("receive", { ...said, ...more })).code;
}

async function answered(code: string, on: string, text: string) {
  await move("assign", { recommendation: code, on, lead: "T-SO", due: "2026-03-10" });
  await answeredAgain(code, on, text);
}

async function answeredAgain(code: string, on: string, text: string) {
  await move("draft_answer", { recommendation: code, on, outcome: "done", text });
  await move("approve_answer", { recommendation: code, on });
  await move("answer", { recommendation: code, on });
}

/** Passed up on 3 February, answered above on the 10th. */
async function answeredAbove(more: Record<string, unknown> = {}) {
  const code = await received(more);
  await move("forward_up", { recommendation: code, on: "2026-02-03", to: "T" });
  const above = await childOf(code);
  await answered(above, "2026-02-10", "Đã có vốn");
  return { code, above };
}
const reopened = (recommendation: string, on: string) =>
  move("reopen", { recommendation, on, due: "2026-06-30", reason: "Chưa thi công" });

describe("what is reopened above", () => {
  test("is open again below, waiting for the same matter, and answered by its next answer", async () => {
    const { code, above } = await answeredAbove();
    await reopened(above, "2026-02-15");
    const waiting = await read(code);
    expect(waiting.state).toMatchObject({ status: "passed_up", answeredOn: null, outcome: null });
    expect(waiting.links.children.map((child) => child.code)).toEqual([above]);
    expect(
      await refusal(move("reply_from_above", { recommendation: code, outcome: "done", text: "x" })),
    ).toBe("child_decides");
    await answeredAgain(above, "2026-02-20", "Đã khởi công");
    expect(await actsOf(code)).toEqual([
      "forward_up 02-03",
      "reply_from_above 02-10",
      "reopen 02-15",
      "forward_up 02-15",
      "reply_from_above 02-20",
    ]);
    expect((await read(code)).state).toMatchObject({ status: "answered", answeredOn: "2026-02-20" });
  });

  test("is counted open in each report, on each day, and once in the one over both", async () => {
    const figures = async (unit: string, asOf: string) => {
      const asked = { unit, from: "2026-02-01", to: "2026-03-02", asOf, today };
      const { done, passed_up, distinct, reopened: again } = (await reportSummary(db, asked)).recommendations;
      return [distinct, done, passed_up, again];
    };
    const days = ["2026-02-12", "2026-02-16", "2026-02-21"];
    const grownBy = async (work: () => Promise<void>) => {
      const all = () =>
        Promise.all(days.map(async (day) => [await figures("A", day), await figures("T", day)]));
      const before = await all();
      await work();
      const after = await all();
      return after.map((day, at) => day.map((unit, of) => unit.map((n, i) => n - before[at]![of]![i]!)));
    };
    const grown = await grownBy(async () => {
      const { above } = await answeredAbove();
      await reopened(above, "2026-02-15");
      await answeredAgain(above, "2026-02-20", "Đã khởi công");
    });
    const [done, waits, again] = [
      [1, 1, 0, 0],
      [1, 0, 1, 1],
      [1, 1, 0, 1],
    ];
    expect(grown).toEqual([
      [done, done],
      [waits, waits],
      [again, again],
    ]);
  });

  test("is so through every level to the first", async () => {
    const code = await received({ unit: "A" });
    await move("forward_up", { recommendation: code, on: "2026-02-03", to: "T" });
    const province = await childOf(code);
    await move("forward_up", { recommendation: province, on: "2026-02-04", to: "VN" });
    const nation = await childOf(province);
    await move("rule", { recommendation: nation, on: "2026-02-05", ruling: "answered_now", text: "Chờ vốn" });
    await reopened(nation, "2026-02-06");
    expect([await statusOf(province), await statusOf(code)]).toEqual(["passed_up", "passed_up"]);
    await annul(nation);
    expect([await statusOf(province), await statusOf(code)]).toEqual(["answered", "answered"]);
    await reopened(province, "2026-02-07");
    expect([await statusOf(province), await statusOf(code)]).toEqual(["in_hand", "passed_up"]);
    await reopened(nation, "2026-02-08");
    expect([await statusOf(province), await statusOf(code)]).toEqual(["passed_up", "passed_up"]);
    await move("reject", { recommendation: nation, on: "2026-02-09", reason: "Không rõ" });
    expect([await statusOf(province), await statusOf(code)]).toEqual(["answered", "answered"]);
    expect((await read(code)).state.outcome).toBe("refused");
  });

  test("is so where it was closed, said no to, answered here or reopened here meanwhile", async () => {
    const [closed, own, here] = [await answeredAbove(), await answeredAbove(), await answeredAbove()];
    await move("confirm", {
      recommendation: closed.code,
      by: "requester",
      satisfied: false,
      on: "2026-02-11",
    });
    await move("close", { recommendation: closed.code, on: "2026-02-12", reason: "Đã giải thích" });
    for (const { code } of [own, here]) await reopened(code, "2026-02-11");
    await move("assign", { recommendation: here.code, on: "2026-02-12", lead: "A-KT", due: "2026-03-10" });
    await answeredAgain(here.code, "2026-02-13", "Xã đã làm");
    for (const { code, above } of [closed, own, here]) {
      await reopened(above, "2026-02-15");
      expect(await statusOf(code)).toBe("passed_up");
      await answeredAgain(above, "2026-02-20", "Đã khởi công");
      expect(await statusOf(code)).toBe("answered");
      await annul(above);
      for (const _ of ["approve", "draft"]) await annul(above);
      await annul(above);
    }
    expect(await statusOf(closed.code)).toBe("closed");
    expect((await read(closed.code)).state.satisfied).toBe(false);
    expect(await statusOf(own.code)).toBe("in_hand");
    expect((await read(here.code)).state).toMatchObject({ status: "answered", answeredOn: "2026-02-13" });
    expect(await verifyMatters(db, () => undefined)).toEqual([]);
  });

  test("written down late, is so from its day, or as soon after it as the history below allows", async () => {
    const [free, closed] = [await answeredAbove(), await answeredAbove()];
    await move("confirm", { recommendation: free.code, by: "requester", satisfied: true, on: "2026-02-11" });
    await move("close", { recommendation: closed.code, on: "2026-02-25" });
    for (const { above } of [free, closed]) await reopened(above, "2026-02-15");
    expect((await actsOf(free.code)).slice(-2)).toEqual(["reopen 02-15", "forward_up 02-15"]);
    expect((await actsOf(closed.code)).slice(-2)).toEqual(["reopen 02-15", "forward_up 02-15"]);
    expect(await actsOf(closed.code)).not.toContain("close 02-25");
    expect((await read(closed.code)).annulled.map(({ act }) => act)).toEqual(["close"]);
    await answeredAgain(closed.above, "2026-02-20", "Đã khởi công");
    expect((await actsOf(closed.code)).at(-1)).toBe("reply_from_above 02-20");
    for (const _ of ["answer", "approve", "draft", "reopen"]) await annul(closed.above);
    expect(await statusOf(closed.code)).toBe("closed");
    expect((await actsOf(closed.code)).slice(-2)).toEqual(["reply_from_above 02-10", "close 02-25"]);
  });

  test("no closing keeps it done between; what the people said of the answer after that day does, until that day", async () => {
    const figures = async (asOf: string) => {
      const asked = { unit: "A", from: "2026-02-01", to: "2026-03-02", asOf, today };
      const { done, passed_up } = (await reportSummary(db, asked)).recommendations;
      return [done, passed_up];
    };
    const days = ["2026-02-12", "2026-02-16", "2026-02-22", "2026-02-26"];
    const before = await Promise.all(days.map(figures));
    const [shut, judged] = [await answeredAbove(), await answeredAbove()];
    await move("close", { recommendation: shut.code, on: "2026-02-25" });
    const yes = { recommendation: judged.code, by: "requester", satisfied: true, on: "2026-02-20" };
    await move("confirm", yes);
    await move("close", { recommendation: judged.code, on: "2026-02-25" });
    for (const { above } of [shut, judged]) await reopened(above, "2026-02-15");
    const after = await Promise.all(days.map(figures));
    const grown = after.map((day, at) => day.map((n, of) => n - before[at]![of]!));
    expect(grown).toEqual([
      [2, 0],
      [1, 1],
      [0, 2],
      [0, 2],
    ]);
    expect(await verifyMatters(db, () => undefined)).toEqual([]);
  });

  test("is taken back above alone, with what it brought below, unless that has gone on", async () => {
    const { code, above } = await answeredAbove();
    await reopened(above, "2026-02-15");
    expect(await refusal(annul(code, office))).toBe("reopened_above");
    expect([(await read(code)).mayAnnul, (await read(above)).mayAnnul]).toEqual([false, true]);
    await move("hold", { recommendation: code, on: "2026-02-16" });
    expect(await refusal(annul(above))).toBe("reopening_went_on");
    await move("release", { recommendation: code, on: "2026-02-17" });
    for (const _ of ["release"]) await annul(code);
    expect(await statusOf(code)).toBe("passed_up");
  });

  test("is told below of what is held there, too, without showing it", async () => {
    const { code, above } = await answeredAbove();
    await move("hold", { recommendation: code, on: "2026-02-12" });
    await reopened(above, "2026-02-15");
    expect(await findMatter(db, office, code, today)).toMatchObject({ hidden: "held" });
    expect((await read(code)).state).toMatchObject({ status: "passed_up", held: true });
    expect(await refusal(reopened(code, "2026-02-16"))).toBe("held_for_review");
  });

  test("is followed through merging, below and above", async () => {
    const [one, other] = [await answeredAbove(), await answeredAbove()];
    const first = await received({ received_on: "2026-02-01" });
    await move("merge", { recommendation: one.code, into: first, on: "2026-02-11" });
    await move("merge", {
      recommendation: other.above,
      into: one.above,
      on: "2026-02-12",
      ended: "same_answer",
    });
    await reopened(one.above, "2026-02-15");
    expect([await statusOf(first), await statusOf(other.code)]).toEqual(["passed_up", "passed_up"]);
    await answeredAgain(one.above, "2026-02-20", "Đã khởi công");
    expect([await statusOf(first), await statusOf(other.code)]).toEqual(["answered", "answered"]);
  });

  test("also by a merge: into what is open, or what is taken up again by it; and shut again with that", async () => {
    const [mine, theirs, third] = [await answeredAbove(), await answeredAbove(), await answeredAbove()];
    const open = await received({ unit: "T" });
    await move("merge", { recommendation: mine.above, into: open, on: "2026-02-12" });
    expect(await statusOf(mine.code)).toBe("passed_up");
    await annul(mine.above);
    expect(await statusOf(mine.code)).toBe("answered");
    const again = { into: theirs.above, on: "2026-02-12", ended: "reopen" };
    await move("merge", { recommendation: third.above, ...again });
    expect([await statusOf(theirs.code), await statusOf(third.code)]).toEqual(["passed_up", "passed_up"]);
    expect(await refusal(annul(theirs.code))).toBe("reopened_above");
    await annul(third.above);
    expect([await statusOf(theirs.code), await statusOf(third.code)]).toEqual(["answered", "answered"]);
    expect(await verifyMatters(db, () => undefined)).toEqual([]);
  });

  test("by the unit that carries on the one above waits for that; the register goes out and in again", async () => {
    const perform = (name: string, input: object) =>
      cast.perform(actNamed(name)!, input, { actor: cast.system, now: noon });
    for (const [code, kind, parent] of [
      ["H1", "district", "T"],
      ["H2", "district", "T"],
      ["X1", "commune", "H1"],
    ])
      await perform("organization.create_unit", {
        code,
        kind,
        parent,
        name: `Đơn vị ${code}`,
        from: "2020-01-01",
      });
    const code = await received({ unit: "X1" });
    await move("forward_up", { recommendation: code, on: "2026-02-03", to: "H1" });
    const above = await childOf(code);
    await move("rule", { recommendation: above, on: "2026-02-10", ruling: "answered_now", text: "Chờ vốn" });
    await perform("organization.arrange_units", {
      kind: "merge",
      on: "2026-02-12",
      from: ["H1"],
      to: ["H2"],
    });
    await reopened(above, "2026-02-15");
    expect((await read(code)).events.at(-1)).toMatchObject({ act: "forward_up", to: "Đơn vị H2" });
    const file = await exportRegister(db, "T", cast.system, today);
    expect(await perform("register.import", { file })).toMatchObject({ changed: false });
    const elsewhere = await testDatabase();
    await performOn(elsewhere.db)(actNamed("register.import")!, { file }, { actor: cast.system, now: noon });
    expect(await exportRegister(elsewhere.db, "T", cast.system, today)).toEqual(file);
    const there = await elsewhere.db
      .selectFrom("recommendation")
      .select("code")
      .where("ref", "=", above)
      .executeTakeFirstOrThrow();
    const undo = { recommendation: there.code, reason: "Ghi nhầm" };
    await performOn(elsewhere.db)(actNamed("recommendation.annul")!, undo, { actor: cast.system, now: noon });
    const { recommendations } = await exportRegister(elsewhere.db, "T", cast.system, today);
    expect(recommendations!.find(({ ref }) => ref === code)!.events!.map(({ act }) => act)).toEqual([
      "forward_up",
      "reply_from_above",
    ]);
  });

  test("is not shut below while another above is open for it", async () => {
    const [one, other] = [await answeredAbove(), await answeredAbove()];
    await move("merge", {
      recommendation: other.code,
      into: one.code,
      on: "2026-02-12",
      ended: "same_answer",
    });
    await reopened(one.above, "2026-02-15");
    await reopened(other.above, "2026-02-16");
    await annul(one.above);
    expect(await statusOf(one.code)).toBe("passed_up");
    await answeredAgain(other.above, "2026-02-20", "Đã khởi công");
    expect(await statusOf(one.code)).toBe("answered");
  });

  test("by the reviewer who finds that it was not to be routed out is so, too", async () => {
    const code = await received();
    await move("forward_up", { recommendation: code, on: "2026-02-03", to: "T" });
    const above = await childOf(code);
    await move("route_out", { recommendation: above, to: "Thanh tra", on: "2026-02-05" });
    await move("release", { recommendation: code, on: "2026-02-06" });
    const paper = { recommendation: code, outcome: "done", text: "Theo giấy", on: "2026-02-07" };
    await move("reply_from_above", paper);
    await annul(above);
    expect([await statusOf(above), await statusOf(code)]).toEqual(["awaiting_ruling", "passed_up"]);
  });
});

test("what waits for a second one as well is answered by both, without what was told before", async () => {
  const [one, other] = [await answeredAbove(), await received()];
  await move("forward_up", { recommendation: other, on: "2026-02-04", to: "T" });
  const second = await childOf(other);
  await move("merge", { recommendation: other, into: one.code, on: "2026-02-12", ended: "reopen" });
  await reopened(one.above, "2026-02-13");
  await answeredAgain(one.above, "2026-02-14", "Đã khởi công");
  expect(await statusOf(one.code)).toBe("passed_up");
  await answered(second, "2026-02-18", "Tỉnh trả lời lần nữa");
  const { state, events } = await read(one.code);
  expect([state.status, state.answeredOn, events.at(-1)!.text]).toEqual([
    "answered",
    "2026-02-18",
    `${one.above}: Đã khởi công\n\n${second}: Tỉnh trả lời lần nữa`,
  ]);
});

test("what is open above is not begun there a second time", async () => {
  const code = await received();
  await move("forward_up", { recommendation: code, on: "2026-02-04", to: "VN" });
  const child = await childOf(code);
  const paper = { on: "2026-02-10", outcome: "done", text: "Bộ trả lời", symbol: "9/BXD" };
  await move("reply_from_above", { recommendation: code, ...paper });
  await reopened(code, "2026-02-15");
  await move("forward_up", { recommendation: code, on: "2026-02-16", to: "VN" });
  const children = async () => (await read(code)).links.children.map((one) => one.code);
  expect([await statusOf(code), await children()]).toEqual(["passed_up", [child]]);
  await annul(code);
  expect([await statusOf(code), await children()]).toEqual(["in_hand", [child]]);
});

test("those who work on it here, its unit and its village hear of a reopening above, once", async () => {
  const village = await cast.holder("village_head", "A-1");
  const { code, above } = await answeredAbove({ village: "A-1" });
  const hear = async () => {
    await workOutbox(db, wordHandlers(null, "http://localhost"), "quick", () => noon);
    const words = await Promise.all([office, village].map((one) => notificationsOf(db, one.personId, 200)));
    return words.map((some) =>
      some.flatMap(({ details }) =>
        "code" in details && details.code === code ? notificationInWords(details).vi : [],
      ),
    );
  };
  const before = await hear();
  await reopened(above, "2026-02-15");
  const again = `Kiến nghị ${code} được cấp trên mở lại, chờ trả lời lại`;
  const now = await hear();
  expect(now.map((some, at) => some.slice(0, some.length - before[at]!.length))).toEqual([[again], [again]]);
  await annul(above);
  expect((await hear()).map((some) => some.length)).toEqual(now.map((some) => some.length + 1));
});
