import { actNamed } from "#acts/registry.ts";
import { beforeAll, expect, test } from "vitest";
import { buildCast, noon, today, type Cast } from "../../../../../tests/support/cast.ts";
import { testDatabase } from "../../../../../tests/support/database.ts";
import { findMatter, verifyMatters, type MatterReading } from "../index.ts";

// Two were passed up to the province and are one below: it waits for both.

const { db } = await testDatabase();
let cast: Cast;

beforeAll(async () => {
  cast = await buildCast(db);
  await cast.signedUp(await cast.holder("office_secretary", "T"));
});

const move = (name: string, input: Record<string, unknown>) =>
  cast.perform(actNamed(`recommendation.${name}`)!, input, { actor: cast.system, now: noon }) as Promise<{
    code: string;
  }>;
const read = async (code: string) => (await findMatter(db, cast.system, code, today)) as MatterReading;
const statusOf = async (code: string) => (await read(code)).state.status;
const annul = (recommendation: string) => move("annul", { recommendation, reason: "Ghi nhầm" });

async function passedUp(): Promise<{ code: string; above: string }> {
  const said = { unit: "A", text: "Đề nghị mở cầu", field: "giao_thong", received_on: "2026-02-02" };
  const { code } = await move("receive", said);
  await move("forward_up", { recommendation: code, on: "2026-02-03", to: "T" });
  return { code, above: (await read(code)).links.child!.code };
}

/** What the second asked goes on in the first: above they are still two. */
async function twice() {
  const [first, second] = [await passedUp(), await passedUp()];
  await move("merge", { recommendation: second.code, into: first.code, on: "2026-02-04" });
  return { code: first.code, other: second.code, a: first.above, b: second.above };
}

async function answered(code: string, on: string, text: string, outcome = "done") {
  await move("assign", { recommendation: code, on, lead: "T-SO", due: "2026-03-10" });
  await move("draft_answer", { recommendation: code, on, outcome, text });
  await move("approve_answer", { recommendation: code, on });
  await move("answer", { recommendation: code, on });
}
const replies = async (code: string) =>
  (await read(code)).events
    .filter(({ act }) => act === "reply_from_above")
    .map(({ on, text, outcome }) => ({ on, text, outcome }));

test("the first answer leaves it open; the last brings both, and the weaker outcome of the two", async () => {
  const { code, a, b } = await twice();
  await answered(a, "2026-02-10", "Đã có vốn");
  expect([await statusOf(code), await replies(code)]).toEqual(["passed_up", []]);
  await answered(b, "2026-02-12", "Chưa bố trí được", "explained");
  const text = `${a}: Đã có vốn\n\n${b}: Chưa bố trí được`;
  expect(await replies(code)).toEqual([{ on: "2026-02-12", text, outcome: "explained" }]);
  expect(await statusOf(code)).toBe("answered");
});

test("answered later for an earlier day, it is answered on the day of the other", async () => {
  const { code, a, b } = await twice();
  await answered(a, "2026-02-20", "Đã có vốn");
  await answered(b, "2026-02-11", "Đã khởi công");
  expect(await replies(code)).toMatchObject([{ on: "2026-02-20" }]);
});

test("taking either answer back opens it; given again, both are told", async () => {
  const { code, a, b } = await twice();
  await answered(a, "2026-02-10", "Đã có vốn");
  await answered(b, "2026-02-12", "Đã khởi công");
  await annul(a);
  expect([await statusOf(code), await statusOf(b)]).toEqual(["passed_up", "answered"]);
  await move("answer", { recommendation: a, on: "2026-02-14" });
  expect(await replies(code)).toMatchObject([{ text: `${b}: Đã khởi công\n\n${a}: Đã có vốn` }]);
  await annul(a);
  await annul(b);
  expect(await statusOf(code)).toBe("passed_up");
});

test("one taken up again above opens it, and its next answer alone is told", async () => {
  const { code, a, b } = await twice();
  await answered(a, "2026-02-10", "Đã có vốn");
  await answered(b, "2026-02-12", "Đã khởi công");
  await move("reopen", { recommendation: a, on: "2026-02-15", reason: "Chưa thi công" });
  expect(await statusOf(code)).toBe("passed_up");
  for (const step of ["draft_answer", "approve_answer", "answer"]) {
    const words = step === "draft_answer" ? { outcome: "done", text: "Đã xong cầu" } : {};
    await move(step, { recommendation: a, on: "2026-02-20", ...words });
  }
  expect((await replies(code)).at(-1)).toMatchObject({ on: "2026-02-20", text: "Đã xong cầu" });
});

test("merged above they are one, and its answer is the reply", async () => {
  const { code, a, b } = await twice();
  await answered(a, "2026-02-10", "Đã có vốn");
  await move("merge", { recommendation: b, into: a, on: "2026-02-11", ended: "same_answer" });
  expect(await replies(code)).toMatchObject([{ text: "Đã có vốn" }]);
});

test("told apart again below, each has what was answered to it", async () => {
  const { code, other, a } = await twice();
  await answered(a, "2026-02-10", "Đã có vốn");
  await annul(other);
  expect([await statusOf(code), await statusOf(other)]).toEqual(["answered", "passed_up"]);
  expect(await replies(code)).toMatchObject([{ text: "Đã có vốn", on: "2026-02-10" }]);
});

test("where one was routed out above, what was said of the other is told below, behind the hold", async () => {
  const { code, a, b } = await twice();
  await answered(a, "2026-02-10", "Đã có vốn");
  await move("route_out", { recommendation: b, on: "2026-02-12", to: "Thanh tra tỉnh" });
  expect((await read(code)).state).toMatchObject({ status: "answered", held: true });
  expect(await verifyMatters(db, () => undefined)).toEqual([]);
});
