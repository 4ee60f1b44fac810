import { beforeAll, expect, test } from "vitest";
import { buildCast, noon, today, type Cast } from "../../../../tests/support/cast.ts";
import { testDatabase } from "../../../../tests/support/database.ts";
import { actNamed } from "#acts/registry.ts";
import { peopleWithoutPost, postsInUnit, readPeople, unitsWithoutSecretary } from "./index.ts";

const { db } = await testDatabase();
let cast: Cast;

const without = async (code: string) => {
  const { shown } = await unitsWithoutSecretary(db, { unitIds: [cast.unit(code)], today, limit: 8 });
  return shown.map((unit) => unit.code);
};

beforeAll(async () => {
  cast = await buildCast(db);
  await cast.holder("chairperson", "A");
  await cast.holder("village_head", "B-1");
  await cast.holder("administrator", "C");
  await cast.holder("office_secretary", "T");
});

test("a unit in which somebody works, or directly below it, lacks its office until somebody holds it", async () => {
  expect(await without("T")).toEqual(["A", "B"]);
  expect(await without("A")).toEqual(["A"]);
  expect(await without("K")).toEqual([]);
  await cast.holder("office_secretary", "A");
  expect(await without("T")).toEqual(["B"]);
});

test("who was brought in and never given a post is named, the first of how many, to those who brought them in and above", async () => {
  for (const full_name of ["Vũ Thị Sau", "Bùi Văn Đầu"]) {
    const whom = { unit: "A", full_name, phone: "0912.345.678" };
    await cast.perform(actNamed("organization.add_person")!, whom, { actor: cast.system, now: noon });
  }
  const seenFrom = (code: string) => peopleWithoutPost(db, { unitIds: [cast.unit(code)], today, limit: 1 });
  for (const code of ["A", "T"])
    expect(await seenFrom(code)).toMatchObject({ shown: [{ fullName: "Bùi Văn Đầu" }], of: 2 });
  for (const code of ["B", "K"]) {
    expect(await seenFrom(code)).toEqual({ shown: [], of: 0 });
    const search = { text: "bui van dau", skip: 0, limit: 5 };
    expect((await readPeople(db, [cast.unit(code)], search, today)).people).toEqual([]);
  }
});

test("what is no telephone number is refused in words", async () => {
  const whom = { unit: "A", full_name: "Vũ Thị Ba", phone: "abc" };
  await expect(
    cast.perform(actNamed("organization.add_person")!, whom, { actor: cast.system, now: noon }),
  ).rejects.toMatchObject({ faults: [{ field: "phone" }] });
});

test("the post in a village says in which commune it lies, that in a commune does not", async () => {
  expect(await postsInUnit(db, cast.unit("B-1"), today)).toMatchObject([{ within: "Xã Bình" }]);
  expect(await postsInUnit(db, cast.unit("T"), today)).toMatchObject([{ within: null }]);
});
