import { describe, expect, it } from "vitest";
import { buildNationalLoad } from "#modules/organization/national/national.ts";
import { existsOn, summarizeNational } from "#modules/organization/national/summary.ts";
import { readNationalSource } from "./national-source.ts";

const source = await readNationalSource();
const load = buildNationalLoad(source);

const units = new Map(load.units.map((unit) => [unit.key, unit]));
const nameOf = (key: string) => units.get(key)?.name ?? "?";
const oldCommunes = load.units.filter((unit) => unit.kind === "commune" && existsOn(unit, "2025-06-30"));
const presentCommunes = load.units.filter((unit) => unit.kind === "commune" && existsOn(unit, "2025-07-01"));

const mongCai = new Set([
  "Phường Móng Cái 1",
  "Phường Móng Cái 2",
  "Phường Móng Cái 3",
  "Xã Hải Sơn",
  "Xã Hải Ninh",
  "Xã Vĩnh Thực",
]);

/** The unit of this name under a parent of that name, at any time. */
function unitNamed(name: string, parentName: string) {
  const under = (parentKey: string | null) => parentKey !== null && nameOf(parentKey) === parentName;
  const found = load.units.filter(
    (unit) => unit.name === name && unit.parents.some((at) => under(at.parentKey)),
  );
  expect(found, `${name}, ${parentName}`).toHaveLength(1);
  return found[0]!;
}

/** What became of this old unit: [kind, names after]. */
function afterwards(name: string, parentName: string) {
  const { key } = unitNamed(name, parentName);
  return load.successions
    .filter(({ from }) => from.includes(key))
    .map(({ kind, to }) => [kind, to.map(nameOf)]);
}

/** Where this present unit came from: [kind, names before]. */
function before(name: string, parentName: string) {
  const { key } = unitNamed(name, parentName);
  return load.successions
    .filter(({ to }) => to.includes(key))
    .map(({ kind, from }) => [kind, from.map(nameOf)]);
}

it("has the figures the README states", () => {
  expect(summarizeNational(load)).toEqual({
    units: 14009,
    oldTree: { province: 63, district: 696, commune: 10034 },
    newTree: { province: 34, commune: 3321 },
    goingOn: { province: 11, commune: 128 },
    successions: {
      "province merge": 23,
      "district abolish": 691,
      "district rename": 5,
      "commune merge": 3166,
      "commune reparent": 128,
      "commune rename": 19,
      "commune partial": 16,
    },
    earlier: 685,
    findings: {
      code_leading_zero: 67,
      code_unknown: 364,
      code_of_another_commune: 22,
      repeated_row: 128,
      repeated_pair: 12,
      earlier_status: 82,
      earlier_commune: 703,
      uncertain_part: 5,
      special_zone_from_district: 5,
      commune_without_origin: 1,
    },
  });
});

it("accounts for every one of the 10,977 rows", () => {
  const setAside = load.findings.filter(({ outcome }) => outcome === "set_aside");
  const supplied = load.findings.filter(({ outcome }) => outcome === "supplied");
  const links = load.successions.flatMap(({ kind, from, to }) => {
    const communes = from.filter((key) => units.get(key)?.kind === "commune");
    return kind === "abolish" ? [] : communes.flatMap((key) => to.map((target) => `${key} ${target}`));
  });
  expect(new Set(setAside.map(({ row }) => row)).size).toBe(setAside.length);
  expect(new Set(links).size).toBe(links.length);
  expect(links.length + setAside.length + supplied.length).toBe(source.rows.length);
});

it("takes less than two seconds of the processor", () => {
  const before = process.cpuUsage();
  buildNationalLoad(source);
  const { user } = process.cpuUsage(before);
  expect(user / 1e6).toBeLessThan(2);
});

describe("both trees hold together", () => {
  it("gives each unit a key of its own and NFC names with a known type", () => {
    expect(units.size).toBe(load.units.length);
    for (const { key, code, name, subtype } of load.units) {
      expect(key).toBe(code);
      expect(name).toBe(name.normalize("NFC"));
      expect(name.toLowerCase().startsWith(`${subtype} `), name).toBe(true);
      expect(subtype).not.toBe("");
    }
  });

  it("hangs each unit under a parent that existed all the while: province, then district, then commune", () => {
    const levels = { province: [null], district: ["province"], commune: ["district", "province"] };
    for (const unit of load.units) {
      for (const { parentKey, from, until } of unit.parents) {
        const parent = parentKey === null ? null : units.get(parentKey);
        expect(parent, unit.key).not.toBeUndefined();
        expect(levels[unit.kind]).toContain(parent?.kind ?? null);
        if (!parent) continue;
        expect(parent.from === null || (from !== null && parent.from <= from), unit.key).toBe(true);
        expect(parent.until === null || (until !== null && until <= parent.until), unit.key).toBe(true);
      }
    }
  });

  it("gives every commune of the new tree an origin, or a finding", () => {
    const reached = new Set(load.successions.flatMap(({ to }) => to));
    const missing = presentCommunes.filter(({ key }) => !reached.has(key)).map(({ key }) => key);
    expect(missing.map(nameOf)).toEqual(["Xã Ia Mơ"]);
    expect(load.findings.filter(({ outcome }) => outcome === "gap").map(({ unit }) => unit)).toEqual(missing);
  });

  it("gives every unit that ended a succession, of one kind only", () => {
    const counts = new Map<string, Set<string>>();
    for (const { kind, from } of load.successions) {
      for (const key of from) counts.set(key, (counts.get(key) ?? new Set()).add(kind));
    }
    const ended = load.units.filter(({ until }) => until !== null);
    expect(ended.filter(({ key }) => counts.get(key)?.size !== 1)).toEqual([]);
    expect(oldCommunes.filter(({ key }) => !counts.has(key))).toEqual([]);
  });

  it("leads no commune out of the province its own province went into", () => {
    const home = new Map(load.units.filter(({ kind }) => kind === "province").map(({ key }) => [key, key]));
    for (const { from, to } of load.successions) {
      for (const key of from) if (units.get(key)?.kind === "province" && to[0]) home.set(key, to[0]);
    }
    const oldProvince = (key: string) =>
      units.get(units.get(key)?.parents[0]?.parentKey ?? "")?.parentKey ?? "";
    for (const { kind, from, to } of load.successions) {
      if (kind === "abolish") continue;
      for (const key of from.filter((one) => units.get(one)?.kind === "commune")) {
        for (const target of to) expect(units.get(target)?.parentKey).toBe(home.get(oldProvince(key)));
      }
    }
  });

  it("is the same load each time", () => {
    expect(buildNationalLoad(source)).toEqual(load);
  });
});

describe("well-known cases", () => {
  it("Thổ Quan, Đống Đa goes into Văn Miếu - Quốc Tử Giám, Hà Nội", () => {
    expect(afterwards("Phường Thổ Quan", "Quận Đống Đa")).toEqual([
      ["merge", ["Phường Văn Miếu - Quốc Tử Giám"]],
    ]);
    const [merge] = before("Phường Văn Miếu - Quốc Tử Giám", "Thành phố Hà Nội");
    expect(merge?.[1]).toContain("Phường Khâm Thiên");
  });

  it("Trung Phụng, gone before, still leads there by its name", () => {
    const found = load.earlier.filter(({ name }) => name === "Phường Trung Phụng");
    expect(found.map(({ districtName, to }) => [districtName, to.map(nameOf)])).toEqual([
      ["Quận Đống Đa", ["Phường Văn Miếu - Quốc Tử Giám"]],
    ]);
  });

  it("the wards and communes of Móng Cái become Móng Cái 1, 2, 3 and their neighbours", () => {
    const { key } = unitNamed("Thành phố Móng Cái", "Tỉnh Quảng Ninh");
    const children = new Set(
      oldCommunes.filter(({ parents }) => parents[0]?.parentKey === key).map((unit) => unit.key),
    );
    const after = load.successions
      .filter(({ from }) => from.some((one) => children.has(one)))
      .flatMap(({ to }) => to);
    expect(new Set(after.map(nameOf))).toEqual(mongCai);
  });

  it("the communes of Cô Tô become its special zone, and the district ends", () => {
    expect(before("Đặc khu Cô Tô", "Tỉnh Quảng Ninh")).toEqual([
      ["merge", ["Thị trấn Cô Tô", "Xã Đồng Tiến", "Xã Thanh Lân"]],
    ]);
    expect(afterwards("Huyện Cô Tô", "Tỉnh Quảng Ninh")).toEqual([["abolish", []]]);
  });

  it("the island district of Lý Sơn, without communes, becomes its special zone", () => {
    expect(before("Đặc khu Lý Sơn", "Tỉnh Quảng Ngãi")).toEqual([["rename", ["Huyện Lý Sơn"]]]);
  });

  it("Phú Thượng goes on: from its district to its city", () => {
    const unit = unitNamed("Phường Phú Thượng", "Thành phố Hà Nội");
    expect(unit.parents.map(({ parentKey }) => nameOf(parentKey!))).toEqual([
      "Quận Tây Hồ",
      "Thành phố Hà Nội",
    ]);
    expect(afterwards("Phường Phú Thượng", "Quận Tây Hồ")).toEqual([["reparent", ["Phường Phú Thượng"]]]);
  });

  it("Dịch Vọng is shared between Cầu Giấy and Nghĩa Đô", () => {
    expect(afterwards("Phường Dịch Vọng", "Quận Cầu Giấy")).toEqual([
      ["partial", ["Phường Nghĩa Đô"]],
      ["partial", ["Phường Cầu Giấy"]],
    ]);
  });

  it("an old and a new commune that kept the number are two units", () => {
    expect(nameOf("26882-2025")).toBe("Phường 14");
    expect(nameOf("26882")).toBe("Phường An Hội Tây");
  });

  it("Quảng Ninh goes on; Bắc Ninh and Bắc Giang become a new Bắc Ninh", () => {
    expect(units.get("22")).toMatchObject({ name: "Tỉnh Quảng Ninh", from: null, until: null });
    const merge = load.successions.find(({ to }) => to.includes("24"));
    expect([merge?.kind, merge?.from.map(nameOf).sort()]).toEqual([
      "merge",
      ["Tỉnh Bắc Giang", "Tỉnh Bắc Ninh"],
    ]);
    expect(units.get("24")?.from).toBe("2025-07-01");
    expect(units.get("bac-ninh-2025")?.until).toBe("2025-06-30");
  });
});
