import { describe, expect, it } from "vitest";
import { performOn } from "#acts/perform.ts";
import { testDatabase } from "../../../../tests/support/database.ts";
import {
  createUnit,
  loadNational,
  previewNational,
  readBelow,
  readSuccessions,
  readUnit,
  searchUnits,
} from "./index.ts";

const { db } = await testDatabase();
const actor = { kind: "system", name: "tests" } as const;
const now = Temporal.Instant.from("2026-03-02T03:00:00Z");
const perform = performOn(db);
const load = () => perform(loadNational, {}, { actor, now });

const [lastOldDay, firstNewDay] = ["2025-06-30", "2025-07-01"];
// 22 was the number of no other unit: a hand-made one with that code stands in for a unit kept before the load.
await perform(createUnit, { code: "22", name: "Tỉnh Quảng Ninh cũ", kind: "province" }, { actor, now });
const first = await load();

const count = async (table: "unit" | "unit_name" | "unit_parent" | "unit_ancestry" | "unit_succession") =>
  Number(
    (
      await db
        .selectFrom(table)
        .select((eb) => eb.fn.countAll().as("n"))
        .executeTakeFirstOrThrow()
    ).n,
  );

async function countsOn(code: string, day: string) {
  const { id } = await readUnit(db, code, day);
  const below = await readBelow(db, id, day, { limit: 1 });
  return Object.fromEntries(below.map(({ kind, count }) => [kind, count]));
}

describe("the national load", () => {
  it("writes both trees, the successions, the earlier names and the findings", () => {
    expect(first.written).toEqual({ units: 14008, successions: 4048, aliases: 703, findings: 1389 });
  });

  it("leaves a unit that is there with other data, and says so", async () => {
    expect(first.differing).toEqual([
      {
        code: "22",
        vi: "Mã 22 (Tỉnh Quảng Ninh) đã có với dữ liệu khác: loại, tên. Giữ nguyên như đang có.",
        en: "Code 22 (Tỉnh Quảng Ninh) is there with other data: type, name. It stays as it is.",
      },
    ]);
    expect((await readUnit(db, "22", firstNewDay)).name).toBe("Tỉnh Quảng Ninh cũ");
  });

  it("changes nothing the second time", async () => {
    const tables = ["unit", "unit_name", "unit_parent", "unit_ancestry", "unit_succession"] as const;
    const counts = () => Promise.all(tables.map(count));
    const before = await counts();
    const preview = await previewNational(db);
    const again = await load();
    expect(again.written).toEqual({ units: 0, successions: 0, aliases: 0, findings: 0 });
    expect(preview.written).toEqual(again.written);
    expect(await counts()).toEqual(before);
  });

  it("has 63 provinces on 30/6/2025 and 34 on 1/7/2025", async () => {
    expect(await countsOn("VN", lastOldDay)).toEqual({ province: 63 });
    expect(await countsOn("VN", firstNewDay)).toEqual({ province: 34 });
  });

  it("has districts until the end of June 2025 and none from July on", async () => {
    const old = await countsOn("01", lastOldDay);
    expect(old).toEqual({ district: 30 });
    expect(await countsOn("01", firstNewDay)).toEqual({ commune: 126 });
  });

  it("counts the communes under each level on each day through the ancestry", async () => {
    const below = async (day: string) =>
      db
        .selectFrom("unit_ancestry as a")
        .innerJoin("unit as u", "u.id", "a.descendant_id")
        .innerJoin("unit as top", "top.id", "a.ancestor_id")
        .select(["u.kind", (eb) => eb.fn.countAll<number>().as("count")])
        .where("top.code", "=", "VN")
        .where("a.from_on", "<=", day)
        .where("a.until_on", ">=", day)
        .groupBy("u.kind")
        .orderBy("u.kind")
        .execute();
    expect(await below(lastOldDay)).toEqual([
      { kind: "centre", count: 1 },
      { kind: "commune", count: 10034 },
      { kind: "district", count: 696 },
      { kind: "province", count: 63 },
    ]);
    expect(await below(firstNewDay)).toEqual([
      { kind: "centre", count: 1 },
      { kind: "commune", count: 3321 },
      { kind: "province", count: 34 },
    ]);
  });

  it("gives a commune the root of the province it lies in now", async () => {
    const root = await db
      .selectFrom("unit as u")
      .innerJoin("unit as root", "root.id", "u.root_id")
      .select("root.code")
      .where("u.code", "=", "00226")
      .executeTakeFirstOrThrow();
    expect(root.code).toBe("01");
  });
});

describe("Phường Thổ Quan, quận Đống Đa", () => {
  it("went into Phường Văn Miếu - Quốc Tử Giám on 1/7/2025", async () => {
    const unit = await readUnit(db, "00205-2025", firstNewDay);
    expect(unit).toMatchObject({ name: "Phường Thổ Quan", there: false, day: lastOldDay });
    expect(unit.ancestors.map(({ name }) => name)).toEqual(["Việt Nam", "Thành phố Hà Nội", "Quận Đống Đa"]);
    const [merge] = await readSuccessions(db, unit.id);
    expect(merge).toMatchObject({ kind: "merge", on: firstNewDay });
    expect(merge!.to.map(({ name }) => name)).toEqual(["Phường Văn Miếu - Quốc Tử Giám"]);
    expect(merge!.from.map(({ name }) => name)).toContain("Phường Thổ Quan");
  });

  it.each(["thổ quan", "THO QUAN", "  tho   quan ", "00205-2025"])("is found as %j", async (text) => {
    const [found] = await searchUnits(db, text, firstNewDay, 5);
    expect(found).toMatchObject({ name: "Phường Thổ Quan", there: false });
    expect(found!.places).toBe("Quận Đống Đa, Thành phố Hà Nội");
  });

  it("stands behind those that bear the tone marks which were typed", async () => {
    const found = await searchUnits(db, "Quảng Thọ", firstNewDay, 20);
    const names = found.map(({ fits }) => fits);
    expect(names.slice(0, 3).sort()).toEqual(["Phường Quảng Thọ", "Phường Quảng Thọ", "Xã Quảng Thọ"]);
    expect(names.slice(3)).not.toContain("Xã Quảng Thọ");
  });
});

it("finds an earlier name through the unit that carries it on", async () => {
  const [found] = await searchUnits(db, "Trung Phụng", firstNewDay, 5);
  expect(found).toMatchObject({
    name: "Phường Văn Miếu - Quốc Tử Giám",
    fits: "Phường Trung Phụng",
    earlierIn: "Quận Đống Đa, Thành phố Hà Nội",
  });
});

it.each(["%", "_", "\\", "100%", "'; drop table unit; --"])(
  "takes %j for text, not for a pattern",
  async (text) => {
    expect(await searchUnits(db, text, firstNewDay, 5)).toEqual([]);
  },
);

it("refuses a load where a code belongs to a unit of another kind, and writes nothing", async () => {
  await db.updateTable("unit").set({ kind: "agency" }).where("code", "=", "22").execute();
  await expect(load()).rejects.toMatchObject({ definition: { code: "organization.code_of_another_kind" } });
  await db.updateTable("unit").set({ kind: "province" }).where("code", "=", "22").execute();
});
