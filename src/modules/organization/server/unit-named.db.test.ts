import { Problem } from "#kernel/problem.ts";
import { beforeAll, expect, test } from "vitest";
import { buildCast, noon, today, type Cast } from "../../../../tests/support/cast.ts";
import { testDatabase } from "../../../../tests/support/database.ts";
import { createUnit } from "./create-unit.ts";
import { searchUnits } from "./search-units.ts";
import { unitNamed } from "../unit-named.ts";

const { db } = await testDatabase();
let cast: Cast;
beforeAll(async () => {
  cast = await buildCast(db);
  const actor = cast.system;
  const twin = { code: "K-A", name: "Xã An", kind: "commune", parent: "K" };
  await cast.perform(createUnit, twin, { actor, now: noon });
});

async function named(name: string): Promise<string> {
  try {
    return unitNamed(name, await searchUnits(db, name, today, 50), "to");
  } catch (error) {
    if (error instanceof Problem) return `${error.definition.code} ${error.message}`;
    throw error;
  }
}

test.each([
  ["Xã Bình", "B"],
  ["xa binh", "B"],
  ["Xã An, Tỉnh Khác", "K-A"],
  ["Xã An, Tỉnh Thử", "A"],
])("%s is %s", async (name, code) => {
  expect(await named(name)).toBe(code);
});

test("a name of two asks which, with their codes", async () => {
  const said = await named("Xã An");
  expect(said).toContain("unit_name_unclear");
  for (const code of ["(A)", "(K-A)"]) expect(said).toContain(code);
});

test.each(["Xã Không Có", "Xã B"])("“%s” is nobody's name", async (name) => {
  expect(await named(name)).toContain("unit_name_unknown");
});
