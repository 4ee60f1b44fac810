import { actNamed } from "#acts/registry.ts";
import { expect, test } from "vitest";
import { buildCast, noon } from "../../../../tests/support/cast.ts";
import { testDatabase } from "../../../../tests/support/database.ts";
import { yearsToConfirm } from "./index.ts";

const { db } = await testDatabase();

test("the present year until it is confirmed, and from October on the next", async () => {
  const { perform, system } = await buildCast(db);
  const act = (name: string) => perform(actNamed(name)!, { year: 2026 }, { actor: system, now: noon });
  expect(await yearsToConfirm(db, "2026-03-02")).toEqual([2026]);
  await act("deadline.propose_year");
  expect(await yearsToConfirm(db, "2026-10-01")).toEqual([2026, 2027]);
  await act("deadline.confirm_year");
  expect(await yearsToConfirm(db, "2026-09-30")).toEqual([]);
  expect(await yearsToConfirm(db, "2026-10-01")).toEqual([2027]);
});
