import { actNamed } from "#acts/registry.ts";
import type { Actor } from "#kernel/actor.ts";
import { uuidv7 } from "#kernel/identifier.ts";
import { readDesk } from "#modules/desk/server/index.ts";
import { beforeAll, expect, test } from "vitest";
import { buildCast, noon, today, type Cast } from "../../../../../tests/support/cast.ts";
import { testDatabase } from "../../../../../tests/support/database.ts";
import { findMatter, listMatters, matterFilter, unitsAbove, type MatterReading } from "../index.ts";

const { db } = await testDatabase();
let cast: Cast;
let office: Actor & { kind: "person" };

const perform = (name: string, input: Record<string, unknown>, actor: Actor = office) =>
  cast.perform(actNamed(`recommendation.${name}`)!, input, { actor, now: noon }) as Promise<{ code: string }>;
const found = async (code: string, actor: Actor = office) =>
  (await findMatter(db, actor, code, today)) as MatterReading;

beforeAll(async () => {
  cast = await buildCast(db);
  office = await cast.holder("office_secretary", "A");
});

async function passedUp(): Promise<{ code: string; child: string }> {
  const said = { unit: "A", text: "Đề nghị mở cầu", field: "giao_thong", received_on: "2026-02-02" };
  const { code } = await perform("receive", said);
  const passed = await perform("forward_up", { recommendation: code, on: "2026-02-03", to: "T" });
  const nobodyThere = (await unitsAbove(db, "A", today)).find((one) => one.code === "T")!.manned === false;
  expect("warnings" in passed).toBe(nobodyThere);
  if (nobodyThere) expect(passed).toMatchObject({ warnings: [{ code: "recommendation.nobody_above" }] });
  return { code, child: (await found(code)).links.child!.code };
}
const paper = { on: "2026-02-20", outcome: "explained", text: "Tỉnh trả lời: chờ vốn", symbol: "88/UBND" };

test("the reply of a unit where nobody works comes on paper, with its number, and is taken over by whoever works there later", async () => {
  // Who could neither rule nor answer there works on something else.
  for (const capacity of [
    "statistician",
    "administrator",
    "front_chair",
    "complaint_reviewer",
    "agency_head",
  ])
    await cast.holder(capacity as "statistician", "T");
  expect(await unitsAbove(db, "A", today)).toMatchObject([{ code: "T", manned: false }, { code: "VN" }]);
  const { code, child } = await passedUp();
  expect((await found(code)).moves).toContain("reply_from_above");
  const { symbol: _, ...unnumbered } = paper;
  await expect(perform("reply_from_above", { recommendation: code, ...unnumbered })).rejects.toThrow(
    "recommendation.paper_without_number",
  );
  await perform("reply_from_above", { recommendation: code, ...paper });
  expect((await found(code)).state).toMatchObject({ status: "answered", answeredOn: "2026-02-20" });

  const waiting = await passedUp();
  const above = await cast.signedUp(await cast.holder("office_secretary", "T"));
  await expect(perform("reply_from_above", { recommendation: waiting.code, ...paper })).rejects.toThrow(
    "recommendation.child_decides",
  );
  expect((await found(waiting.code)).moves).not.toContain("reply_from_above");
  await expect(perform("take_over_reply", { recommendation: waiting.child }, above)).rejects.toThrow(
    "recommendation.no_paper_reply",
  );
  await expect(perform("take_over_reply", { recommendation: child })).rejects.toThrow("not_permitted");

  const offered = async () => {
    const page = { sort: "received", size: 10 } as const;
    const asked = matterFilter.parse({ paper_reply: "yes", own: "ours" });
    const { matters } = await listMatters(db, above, asked, page, today);
    return [matters.map((one) => one.code), (await readDesk(db, above, today)).counts.paperReplies];
  };
  expect(await offered()).toEqual([[child], 1]);
  expect((await found(child, above)).paperReply).toEqual(paper);
  await perform("take_over_reply", { recommendation: child }, above);
  const taken = await found(child, above);
  expect(taken.state).toMatchObject({ status: "answered", outcome: "explained", answeredOn: "2026-02-20" });
  expect(taken.events.map(({ act, symbol }) => [act, symbol])).toEqual([
    ["rule", null],
    ["answer", "88/UBND"],
  ]);
  expect(taken.paperReply).toBeNull();
  expect(await offered()).toEqual([[], 0]);
  expect((await found(code)).events.filter(({ act }) => act === "reply_from_above")).toHaveLength(1);
  await expect(perform("annul", { recommendation: code, reason: "Nhầm" })).rejects.toThrow(
    "recommendation.reply_belongs_above",
  );
});

test("whoever was appointed above and has no account in use cannot answer there: the reply comes on paper", async () => {
  const above = await cast.holder("office_secretary", "K");
  const lower = await cast.holder("office_secretary", "C");
  const manned = async () => (await unitsAbove(db, "C", today)).find(({ code }) => code === "K")!.manned;
  const said = { unit: "C", text: "Đề nghị mở cầu", field: "giao_thong", received_on: "2026-02-02" };
  const passUp = async () => {
    const { code } = await perform("receive", said, lower);
    const passed = await perform("forward_up", { recommendation: code, on: "2026-02-03", to: "K" }, lower);
    return { code, told: "warnings" in passed };
  };
  const reply = (code: string) => perform("reply_from_above", { recommendation: code, ...paper }, lower);

  // The link lies there unopened.
  const unopened = await passUp();
  expect([await manned(), unopened.told]).toEqual([false, true]);
  expect((await found(unopened.code, lower)).moves).toContain("reply_from_above");
  await reply(unopened.code);

  await cast.signedUp(above);
  const answered = await passUp();
  expect([await manned(), answered.told]).toEqual([true, false]);
  await expect(reply(answered.code)).rejects.toThrow("recommendation.child_decides");

  const account = db.selectFrom("account_user").select("id").where("person_id", "=", above.personId);
  const lock = { id: uuidv7(noon), reason: "Nghỉ việc", from_at: noon.toString() };
  const { id } = await account.executeTakeFirstOrThrow();
  await db
    .insertInto("account_lock")
    .values({ ...lock, user_id: id })
    .execute();
  expect([await manned(), (await passUp()).told]).toEqual([false, true]);
  await reply(answered.code);
});
