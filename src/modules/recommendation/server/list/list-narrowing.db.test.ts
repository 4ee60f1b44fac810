import { beforeAll, expect, test } from "vitest";
import { createUnit } from "#modules/organization/server/index.ts";
import { buildCast, noon, today, type Cast } from "../../../../../tests/support/cast.ts";
import { testDatabase } from "../../../../../tests/support/database.ts";
import { listNarrowing, suggestedUnits } from "./list-narrowing.ts";

const { db } = await testDatabase();

let cast: Cast;
let secretary: Awaited<ReturnType<Cast["holder"]>>;
beforeAll(async () => {
  cast = await buildCast(db);
  secretary = await cast.holder("office_secretary", "A");
  const administrator = await cast.holder("administrator", "A");
  for (let number = 3; number <= 20; number++) {
    const village = { code: `A-${number}`, name: `Thôn ${number}`, kind: "village", parent: "A" };
    await cast.perform(createUnit, village, { actor: administrator, now: noon });
  }
});

const narrowing = (asked: Parameters<typeof listNarrowing>[2]) => listNarrowing(db, secretary, asked, today);

test("few units are chosen among, many are typed, and those are not sent", async () => {
  const { by, unclear } = await narrowing({});
  expect(by.lead?.choices?.map(({ code }) => code)).toEqual(["A-KT", "A-VH"]);
  expect(by.village).toEqual({ choices: null, typed: "" });
  expect(unclear).toBeNull();
});

test.each([
  ["its code", "A-7"],
  ["its name", "Thôn 7"],
  ["its name without tone marks", "thon 7"],
  ["how it stands in the field", "Thôn 7 (A-7)"],
])("what was typed is the unit by %s", async (_, village) => {
  const { codes, by, unclear } = await narrowing({ village });
  expect(codes).toEqual({ village: "A-7" });
  expect(by.village).toEqual({ choices: null, typed: "Thôn 7 (A-7)" });
  expect(unclear).toBeNull();
});

test("what may be several is asked about, and nothing is chosen for anybody", async () => {
  const { codes, unclear } = await narrowing({ village: "thôn 1" });
  expect(codes).toEqual({});
  expect(unclear?.meant.map(({ code }) => code)).toContain("A-10");
  expect(unclear).toMatchObject({ of: "village", typed: "thôn 1", more: false });
});

test("what is nobody's name or code says so", async () => {
  const { codes, unclear } = await narrowing({ lead: "Sở Không Có" });
  expect(codes).toEqual({});
  expect(unclear).toEqual({ of: "lead", typed: "Sở Không Có", meant: [], more: false });
});

test("a list is narrowed by a unit that is not offered, as ever", async () => {
  expect((await narrowing({ village: "B-1" })).codes).toEqual({ village: "B-1" });
});

test("while one types the nearest are suggested as they are to stand in the field", async () => {
  const asked = { of: "village", typed: "thon 20", unit: undefined } as const;
  expect(await suggestedUnits(db, secretary, asked, today)).toEqual(["Thôn 20 (A-20)"]);
  expect(await suggestedUnits(db, secretary, { ...asked, unit: "B" }, today)).toEqual([]);
  expect(await suggestedUnits(db, secretary, { ...asked, typed: "" }, today)).toEqual([]);
});
