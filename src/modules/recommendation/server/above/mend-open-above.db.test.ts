import type { Actor } from "#kernel/actor.ts";
import { actNamed } from "#acts/registry.ts";
import { importRegister } from "#modules/register/server/index.ts";
import { beforeAll, expect, test } from "vitest";
import { buildCast, noon, today, type Cast } from "../../../../../tests/support/cast.ts";
import { testDatabase } from "../../../../../tests/support/database.ts";
import { findMatter, leftBehind, mendOpenAbove, verifyMatters, type MatterReading } from "../index.ts";

// A register from before a reopening above was carried down.

const { db } = await testDatabase();
let cast: Cast;
let secretary: Actor;

const answered = (on: string, text: string) => [
  { on: "2026-02-04", act: "assign", lead: "T-SO", due: "2026-03-10" },
  { on, act: "answer", outcome: "done", text },
];
const said = { channel: "letter", received_on: "2026-02-02", text: "Mở cầu" };
const above = (ref: string, from: string, events: object[]) => ({
  ...{ ...said, ref, unit: "T", received_on: "2026-02-03", forwarded_from: from, events },
});
const below = (ref: string, events: object[]) => ({
  ...{ ...said, ref, unit: "A", events: [{ on: "2026-02-03", act: "forward_up", to: "T" }, ...events] },
});
const reply = (on: string, text: string) => ({ on, act: "reply_from_above", outcome: "done", text });
const reopening = { on: "2026-02-15", act: "reopen", reason: "Chưa xong" };

beforeAll(async () => {
  cast = await buildCast(db);
  secretary = await cast.holder("office_secretary", "T");
  const recommendations = [
    below("a", [reply("2026-02-10", "Đã có vốn"), { on: "2026-02-25", act: "close" }]),
    above("a-T", "a", [...answered("2026-02-10", "Đã có vốn"), reopening]),
    // Of two above the first answered.
    below("b", [reply("2026-02-12", "Đã sửa")]),
    above("b-T", "b", answered("2026-02-12", "Đã sửa")),
    below("c", [{ on: "2026-02-05", act: "merge", into: "b" }]),
    above("c-T", "c", []),
    // Its reply came on paper: it is taken over above.
    below("d", [{ ...reply("2026-02-14", "Tỉnh trả lời"), symbol: "9/UBND" }]),
    above("d-T", "d", []),
    // As it should be.
    below("e", [reply("2026-02-10", "Xong")]),
    above("e-T", "e", answered("2026-02-10", "Xong")),
  ];
  const file = { format: "doi-thoai/register@1", recommendations };
  await cast.perform(importRegister, { file }, { actor: cast.system, now: noon });
});

const codes = async () => {
  const rows = await db.selectFrom("recommendation").select(["ref", "code"]).execute();
  return new Map(rows.map(({ ref, code }) => [ref!, code]));
};

test("what was left behind is named and waits again, once; what is as it should be stays", async () => {
  const code = await codes();
  const pairs = await leftBehind(db);
  expect(pairs).toEqual([
    { below: code.get("a"), above: code.get("a-T"), since: "2026-02-15" },
    { below: code.get("b"), above: code.get("c-T"), since: "2026-02-12" },
  ]);
  for (const pair of [...pairs, ...pairs])
    await cast.perform(mendOpenAbove, { ...pair }, { actor: cast.system, now: noon });
  expect(await leftBehind(db)).toEqual([]);
  const read = async (ref: string) =>
    (await findMatter(db, cast.system, code.get(ref)!, today)) as MatterReading;
  const acts = async (ref: string) => (await read(ref)).events.map(({ act, on }) => `${act} ${on.slice(8)}`);
  expect(await acts("a")).toEqual(["forward_up 03", "reply_from_above 10", "reopen 15", "forward_up 15"]);
  expect((await acts("b")).slice(-3)).toEqual(["reply_from_above 12", "reopen 12", "forward_up 12"]);
  expect((await read("d")).state.status).toBe("answered");
  expect(await verifyMatters(db, () => undefined)).toEqual([]);
  const audited = db.selectFrom("audit_entry").where("act", "=", mendOpenAbove.name);
  expect(await audited.select("id").execute()).toHaveLength(4);
});

test("nobody but the product does it", async () => {
  expect(actNamed(mendOpenAbove.name)).toBeUndefined();
  const pair = { below: (await codes()).get("e")!, above: (await codes()).get("e-T")!, since: "2026-02-15" };
  const by = (actor: Actor) => cast.perform(mendOpenAbove, pair, { actor, now: noon });
  await expect(by(await cast.holder("administrator", "T"))).rejects.toThrow("recommendation.not_found");
  // Who may read both may not either.
  await expect(by(secretary)).rejects.toThrow("act.not_permitted");
});
