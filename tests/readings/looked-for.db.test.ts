import { actNamed } from "#acts/registry.ts";
import { readPeople, searchUnits } from "#modules/organization/server/index.ts";
import { listMatters, matterFilter } from "#modules/recommendation/server/index.ts";
import { beforeAll, describe, expect, test } from "vitest";
import { buildCast, noon, today, type Cast } from "../support/cast.ts";
import { testDatabase } from "../support/database.ts";

// However people and programs write a name, a code or a number: what bears it is found.

const { db } = await testDatabase();
let cast: Cast;
let code: string;
const names = ["H'Bĭa Niê", "Y Čuŏng Êban", "Siu Hŭn", "Ksor Ĕm", "Rơ Châm Quý", "Lý Mỹ Hoà", "Ngô Thị Ƀlơ"];

const act = (name: string, input: Record<string, unknown>) =>
  cast.perform(actNamed(name)!, input, { actor: cast.system, now: noon }) as Promise<{ code: string }>;

beforeAll(async () => {
  cast = await buildCast(db);
  for (const full_name of names) await act("organization.add_person", { unit: "A", full_name });
  const units = [
    ["VM", "Phường Văn Miếu - Quốc Tử Giám", "commune", "T"],
    ["EH", "Xã Ea H’leo", "commune", "T"],
    ["CM", "Xã Cư M'gar", "commune", "T"],
    ["TP-1", "Phường Tân Phú", "commune", "T"],
    ["TP-2", "Xã Tân Phú", "commune", "K"],
    ["VM-4", "TDP  4", "village", "VM"],
    ["VM-VP", "UBND phường Văn Miếu", "agency", "VM"],
  ] as const;
  for (const [unit, name, kind, parent] of units)
    await act("organization.create_unit", { code: unit, name, kind, parent });
  const said = { unit: "A", field: "giao_thong", received_on: "2026-02-10" };
  const text = "UBND xã sửa cầu Ea H'leo – Cư M’gar, theo Công văn 12/CV-UBND; hộ bà Quí cần “nước sạch”";
  ({ code } = await act("recommendation.receive", { ...said, text }));
  await act("recommendation.receive", { ...said, text: "Việc khác" });
});

describe("a person", () => {
  const found = async (text: string) =>
    (await readPeople(db, [cast.unit("A")], { text, skip: 0, limit: 5 }, today)).people.map(
      (one) => one.fullName,
    );

  test.each(names)("%s by the exact name, decomposed, in capitals and without marks", async (name) => {
    const plain = name.normalize("NFD").replace(/\p{M}/gu, "").replace("Ƀ", "B");
    for (const typed of [name, name.normalize("NFD"), name.toUpperCase(), plain])
      expect(await found(typed)).toEqual([name]);
  });

  test.each([
    ["H’Bĭa Niê", names[0]],
    ["hbia", names[0]],
    ["H Bia Nie", names[0]],
    ["bà H`Bĭa", names[0]],
    ["đ/c Ksor  Ĕm", names[3]],
    ["Rơ Châm Quí", names[4]],
    ["Lí Mĩ Hòa", names[5]],
  ])("typed %s: %s", async (typed, name) => expect(await found(typed)).toEqual([name]));
});

describe("a unit", () => {
  const found = async (text: string) => (await searchUnits(db, text, today, 5)).map((unit) => unit.code);

  test.each([
    ["Văn Miếu – Quốc Tử Giám", "VM"],
    ["van mieu quoc tu giam", "VM"],
    ["P. Văn Miếu-Quốc Tử Giám", "VM"],
    ["Ea H'leo", "EH"],
    ["X. Ea Hleo", "EH"],
    ["ea h´leo", "EH"],
    ["Cư M’gar", "CM"],
    ["P. Tân Phú", "TP-1"],
    ["Tân Phú, Tỉnh Khác", "TP-2"],
    ["tổ dân phố 4", "VM-4"],
    ["TDP 4, phường Văn Miếu – Quốc Tử Giám", "VM-4"],
    ["Ủy ban nhân dân P. Văn Miếu", "VM-VP"],
    ["tp–1", "TP-1"],
    ["tp1", "TP-1"],
  ])("typed %s: %s", async (typed, unit) => expect((await found(typed))[0]).toBe(unit));

  test("a place in which it does not lie finds nothing", async () => {
    expect(await found("Ea H'leo, Văn Miếu")).toEqual([]);
  });
});

describe("a matter", () => {
  const page = { sort: "received", size: 5 } as const;
  const found = async (text: string) => {
    const { matters } = await listMatters(db, cast.system, matterFilter.parse({ text }), page, today);
    return matters.map((matter) => matter.code);
  };

  test("by its code with another dash, with blanks, without any", async () => {
    for (const typed of [
      code,
      code.replaceAll("-", "–"),
      code.replaceAll("-", " "),
      code.replaceAll("-", ""),
    ])
      expect(await found(typed)).toEqual([code]);
  });

  test.each([
    "ea h’leo",
    "Ea Hleo - Cư Mgar",
    "12/CV‑UBND",
    "ủy ban nhân dân xã",
    '"nước sạch"',
    "bà  Quý",
    "cầu Ea\u00a0H'leo",
  ])("typed %s", async (typed) => expect(await found(typed)).toEqual([code]));

  test("signs alone find nothing", async () => expect(await found("– %")).toEqual([]));
});
