import { reportCases, reportSummary } from "#modules/report/server/index.ts";
import { exportRegister } from "#modules/register/server/index.ts";
import type { RegisterFile } from "#modules/register/register-file.ts";
import { readRegisterValue } from "#modules/register/read-register.ts";
import { expect, test } from "vitest";
import { matterScene } from "../support/matter-scene.ts";
import { today } from "../support/cast.ts";
import { recount } from "../support/recount.ts";
import { findMatter, type MatterReading } from "#modules/recommendation/server/index.ts";

// The same raised in two communes, passed upward by both and merged in the province: below it waits in both, above it is one.

const { db, cast, move } = await matterScene([]);
const year = { from: "2026-01-01", to: today };

async function received(unit: string, on = "2026-02-02"): Promise<string> {
  const said = { unit, text: `Cầu ${unit}`, field: "giao_thong", received_on: on };
  return (await move("receive", said)).code;
}
const childOf = async (code: string) =>
  ((await findMatter(db, cast.system, code, today)) as MatterReading).links.child!.code;
async function passedUp(unit: string): Promise<{ below: string; above: string }> {
  const below = await received(unit);
  await move("forward_up", { recommendation: below, on: "2026-02-03", to: "T" });
  return { below, above: await childOf(below) };
}

async function figures(unit: string, asked: Partial<typeof year> = {}) {
  const question = { unit, ...year, ...asked, today };
  const summary = await reportSummary(db, question);
  const out = await exportRegister(db, "T", cast.system, today);
  const reading = readRegisterValue(out);
  const file = (reading as { file: RegisterFile }).file;
  const { known_on: _known, ...plain } = recount(file, { unit, ...year, ...asked });
  expect(summary).toMatchObject(plain);
  const { received: all, duplicates, distinct, passed_up, done, reopened } = summary.recommendations;
  return { all, duplicates, distinct, passed_up, done, reopened, balance: summary.balance };
}

test("above it counts once, below in each; answered, reopened and told apart again as well", async () => {
  const [one, other] = [await passedUp("A"), await passedUp("B")];
  const none = { done: 0, reopened: 0 };
  const each = { ...none, all: 1, duplicates: 0, distinct: 1, passed_up: 1 };
  expect(await figures("T")).toMatchObject({ ...none, all: 2, duplicates: 0, distinct: 2, passed_up: 2 });
  await move("merge", { recommendation: other.above, into: one.above, on: "2026-02-10" });
  const balance = { opening: 0, new: 2, reopened: 0, closed: 1, closing: 1 };
  expect(await figures("T")).toMatchObject({
    ...none,
    all: 2,
    duplicates: 1,
    distinct: 1,
    passed_up: 1,
    balance,
  });
  for (const unit of ["A", "B"]) expect(await figures(unit)).toMatchObject(each);
  // Before the merge they were two, and are in every report of then.
  expect(await figures("T", { to: "2026-02-09" })).toMatchObject({ distinct: 2, balance: { closing: 2 } });
  expect(await figures("T", { from: "2026-02-10" })).toMatchObject({
    balance: { opening: 2, closed: 1, closing: 1 },
  });
  expect(await figures("T", { from: "2026-02-11" })).toMatchObject({
    balance: { opening: 1, closed: 0, closing: 1 },
  });
  const { cases } = await reportCases(db, { unit: "T", ...year, today }, "duplicates", { limit: 9 });
  expect(cases).toMatchObject([{ code: other.below }]);

  const answering = { recommendation: one.above, on: "2026-02-20" };
  await move("assign", { ...answering, lead: "T-SO", due: "2026-03-20" });
  await move("draft_answer", { ...answering, outcome: "done", text: "Đã làm cầu" });
  await move("approve_answer", answering);
  await move("answer", answering);
  expect(await figures("T")).toMatchObject({
    duplicates: 1,
    distinct: 1,
    done: 1,
    balance: { closed: 2, closing: 0 },
  });
  for (const unit of ["A", "B"])
    expect(await figures(unit)).toMatchObject({ done: 1, balance: { closed: 1 } });
  await move("reopen", { ...answering, on: "2026-02-25", reason: "Hỏng lại", due: "2026-03-20" });
  expect(await figures("T")).toMatchObject({
    distinct: 1,
    passed_up: 1,
    reopened: 1,
    balance: { closing: 1 },
  });
  for (const unit of ["A", "B"]) expect(await figures(unit)).toMatchObject({ reopened: 1, passed_up: 1 });
});

test("merged into what the province received itself: the commune's is the same once more", async () => {
  const before = await figures("T");
  const [own, one] = [await received("T", "2026-02-01"), await passedUp("A")];
  await move("merge", { recommendation: one.above, into: own, on: "2026-02-10" });
  const after = await figures("T");
  expect([after.all! - before.all!, after.distinct! - before.distinct!]).toEqual([2, 1]);
});

test("what is worked on below again counts there by itself", async () => {
  const before = await figures("T");
  const [one, other] = [await passedUp("A"), await passedUp("B")];
  await move("merge", { recommendation: other.above, into: one.above, on: "2026-02-10" });
  expect((await figures("T")).distinct! - before.distinct!).toBe(1);
  await move("rule", { recommendation: one.above, on: "2026-02-12", ruling: "noted", text: "Ghi nhận" });
  expect((await figures("T")).distinct! - before.distinct!).toBe(1);
  await move("reopen", {
    recommendation: other.below,
    on: "2026-02-14",
    reason: "Xã tự làm",
    due: "2026-03-20",
  });
  expect((await figures("T")).distinct! - before.distinct!).toBe(2);
});
