import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { performOn } from "#acts/perform.ts";
import { testDatabase } from "../../../../tests/support/database.ts";
import {
  arrangeUnits,
  createUnit,
  readSuccessions,
  readUnit,
  renameUnit,
  withHeirs,
  withPredecessors,
} from "./index.ts";
import { recordSuccession } from "./succession.store.ts";
import { endUnit, refreshAncestry } from "./unit.store.ts";

const { db } = await testDatabase();
const actor = { kind: "system", name: "tests" } as const;
const now = Temporal.Instant.from("2026-03-02T03:00:00Z");
const perform = performOn(db);

const create = (code: string, kind: string, parent?: string, from?: string) =>
  perform(createUnit, { code, name: `Đơn vị ${code}`, kind, parent, from }, { actor, now });
const arrange = (kind: string, on: string, from: string[], to: string[], children_to?: string) =>
  perform(arrangeUnits, { kind, on, from, to, children_to }, { actor, now });
const ancestors = async (code: string, day: string) =>
  (await readUnit(db, code, day)).ancestors.map((above) => above.code);

await create("P", "province");
for (const district of ["D1", "D2"]) await create(district, "district", "P");
for (const [commune, district] of [
  ["C1", "D1"],
  ["C2", "D1"],
  ["C3", "D2"],
  ["C4", "D2"],
] as const) {
  await create(commune, "commune", district);
  for (const n of [1, 2]) await create(`${commune}-V${n}`, "village", commune);
}

describe("arrangements, with the tree right on each day", () => {
  it("a renamed unit stays the same unit", async () => {
    await perform(renameUnit, { unit: "C4", name: "Xã Tân Lập", on: "2024-05-01" }, { actor, now });
    expect((await readUnit(db, "C4", "2024-04-30")).name).toBe("Đơn vị C4");
    expect((await readUnit(db, "C4", "2024-05-01")).name).toBe("Xã Tân Lập");
    const { id } = await readUnit(db, "C4", "2024-05-01");
    expect((await readSuccessions(db, id)).map(({ kind, on }) => [kind, on])).toEqual([
      ["rename", "2024-05-01"],
    ]);
  });

  it("a merged unit ends the day before, its villages lie in it on old days and in its successor from then on", async () => {
    await create("N", "commune", "P", "2025-07-01");
    await arrange("reparent", "2025-07-01", ["C1-V2"], ["C4"]);
    await arrange("merge", "2025-07-01", ["C1", "C2"], ["N"]);
    await arrange("abolish", "2025-07-01", ["D1"], []);
    expect(await ancestors("C1-V1", "2025-06-30")).toEqual(["VN", "P", "D1", "C1"]);
    expect(await ancestors("C1-V1", "2025-07-01")).toEqual(["VN", "P", "N"]);
    expect(await ancestors("C2-V2", "2025-07-01")).toEqual(["VN", "P", "N"]);
    expect(await ancestors("C1-V2", "2025-07-01")).toEqual(["VN", "P", "D2", "C4"]);
    expect(await readUnit(db, "C1", "2025-07-01")).toMatchObject({ there: false, day: "2025-06-30" });
    expect(await readUnit(db, "D1", "2025-07-01")).toMatchObject({ there: false });
  });

  it("a unit that gives up a part stays, one that is split ends", async () => {
    await create("S1", "commune", "D2", "2025-01-01");
    await create("S2", "commune", "D2", "2025-01-01");
    await arrange("partial", "2025-01-01", ["C4"], ["S1"]);
    await arrange("split", "2025-03-01", ["C3"], ["S1", "S2"], "S2");
    expect(await readUnit(db, "C4", "2025-12-31")).toMatchObject({ there: true });
    expect(await readUnit(db, "C3", "2025-03-01")).toMatchObject({ there: false, untilOn: "2025-02-28" });
  });

  it("a unit shared out in parts until nothing was left has each taker for an heir; one that went on has none", async () => {
    const ids = new Map<string, string>();
    for (const code of ["E", "F", "H1", "H2"]) {
      await create(code, "commune", "D2", "2025-01-01");
      ids.set(code, (await readUnit(db, code, "2025-06-01")).id);
    }
    const sorted = (codes: string[]) => codes.map((code) => ids.get(code)!).sort();
    await db.transaction().execute(async (trx) => {
      await endUnit(trx, ids.get("E")!, "2025-06-30");
      await refreshAncestry(trx, [ids.get("E")!]);
      for (const [from, to] of [
        ["E", "H1"],
        ["E", "H2"],
        ["F", "H1"],
      ] as const) {
        const [before, after] = [sorted([from]), sorted([to])];
        await recordSuccession(trx, { kind: "partial", on: "2025-07-01", from: before, to: after }, now);
      }
    });
    expect((await withHeirs(db, sorted(["E"]))).sort()).toEqual(sorted(["E", "H1", "H2"]));
    expect(await withHeirs(db, sorted(["F"]))).toEqual(sorted(["F"]));
    expect((await withPredecessors(db, sorted(["H1"]))).sort()).toEqual(sorted(["E", "H1"]));
  });

  it("a unit cannot come to lie under one of its own", async () => {
    await expect(arrange("reparent", "2025-02-01", ["P"], ["D2"])).rejects.toMatchObject({
      definition: { code: "organization.under_itself" },
    });
    expect(await ancestors("D2", "2025-02-01")).toEqual(["VN", "P"]);
  });

  it("no arrangement takes a unit that has ended, or has the wrong number of sides", async () => {
    await expect(arrange("merge", "2026-01-01", ["C1"], ["N"])).rejects.toMatchObject({
      definition: { code: "organization.unit_not_there" },
    });
    await expect(arrange("merge", "2026-01-01", ["N"], ["P", "D2"])).rejects.toMatchObject({
      definition: { code: "organization.wrong_sides" },
    });
  });
});

it("the kept ancestry is what a walk from parent to parent finds, on any day", async () => {
  const codes = (await db.selectFrom("unit").select("code").execute()).map(({ code }) => code);
  const day = fc
    .integer({ min: 0, max: 1200 })
    .map((days) => Temporal.PlainDate.from("2023-12-01").add({ days }).toString());
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...codes), day, async (code, on) => {
      expect(await kept(code, on)).toEqual(await walked(code, on));
    }),
    { numRuns: 300 },
  );
});

async function kept(code: string, on: string): Promise<string[]> {
  const rows = await db
    .selectFrom("unit_ancestry as a")
    .innerJoin("unit as u", "u.id", "a.descendant_id")
    .innerJoin("unit as above", "above.id", "a.ancestor_id")
    .select("above.code")
    .where("u.code", "=", code)
    .where("a.from_on", "<=", on)
    .where("a.until_on", ">=", on)
    .orderBy("a.depth")
    .execute();
  return rows.map((row) => row.code);
}

/** A unit that is there, then whatever it hangs on that day, and what that hangs on. */
async function walked(code: string, on: string): Promise<string[]> {
  const there = await db
    .selectFrom("unit")
    .select("code")
    .where("code", "=", code)
    .where("from_on", "<=", on)
    .where("until_on", ">=", on)
    .executeTakeFirst();
  return there ? upwards(code, on) : [];
}

async function upwards(code: string, on: string): Promise<string[]> {
  const parent = await db
    .selectFrom("unit_parent as p")
    .innerJoin("unit as u", "u.id", "p.unit_id")
    .innerJoin("unit as above", "above.id", "p.parent_id")
    .select("above.code")
    .where("u.code", "=", code)
    .where("p.from_on", "<=", on)
    .where("p.until_on", ">=", on)
    .executeTakeFirst();
  return parent ? [code, ...(await upwards(parent.code, on))] : [code];
}
