import { performOn } from "#acts/perform.ts";
import { arrangeUnits, createUnit, readUnit } from "#modules/organization/server/index.ts";
import { expect, test } from "vitest";
import { testDatabase } from "../../../../tests/support/database.ts";
import { exportRegister, importRegister } from "./index.ts";

/** The product itself, from which nothing is kept. */
const everything = { kind: "system", name: "test" } as const;

const { db } = await testDatabase();
const perform = performOn(db);
const asked = {
  actor: { kind: "system", name: "test" },
  now: Temporal.Instant.from("2026-03-02T05:00:00Z"),
} as const;
const on = "2026-02-01";
const above = async (code: string, day: string) => (await readUnit(db, code, day)).ancestors.at(-1)?.code;

test("what hung on a unit that was split or merged goes out with the place it was given, and in again", async () => {
  const create = (code: string, kind: string, parent: string) =>
    perform(createUnit, { code, kind, parent, name: `Đơn vị ${code}`, from: "2000-01-01" }, asked);
  await create("XP", "province", "VN");
  for (const code of ["XA", "XB", "XC", "XD"]) await create(code, "commune", "XP");
  for (const code of ["XA-1", "XA-2"]) await create(code, "village", "XA");
  await create("XD-1", "village", "XD");
  const children = [
    { unit: "XA-1", to: "XB" },
    { unit: "XA-2", to: "XC" },
  ];
  await perform(arrangeUnits, { kind: "split", on, from: ["XA"], to: ["XB", "XC"], children }, asked);
  await perform(arrangeUnits, { kind: "merge", on, from: ["XD"], to: ["XB"] }, asked);

  const out = await exportRegister(db, "XP", everything, "2026-03-02");
  expect(out.successions).toHaveLength(4);
  expect(out.successions).toEqual(
    expect.arrayContaining([
      { kind: "reparent", on, from: ["XA-1"], to: ["XB"] },
      { kind: "reparent", on, from: ["XA-2"], to: ["XC"] },
    ]),
  );
  expect((await perform(importRegister, { file: out }, asked)).changed).toBe(false);

  const elsewhere: unknown = JSON.parse(JSON.stringify(out).replaceAll('"X', '"Y'));
  await perform(importRegister, { file: elsewhere }, asked);
  for (const [code, then, now] of [
    ["YA-1", "YA", "YB"],
    ["YA-2", "YA", "YC"],
    ["YD-1", "YD", "YB"],
  ] as const)
    expect([await above(code, "2026-01-31"), await above(code, on)]).toEqual([then, now]);
});
