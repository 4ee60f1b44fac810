import { describe, expect, it } from "vitest";
import { buildNationalLoad } from "./national.ts";
import type { NationalSource, SourceRow } from "./source.ts";

/** A country of one province with five communes, "from" old communes of a district in the province of that name. */
function source(rows: readonly Partial<SourceRow>[], extra: Partial<NationalSource> = {}): NationalSource {
  return {
    provinces: [{ province_code: "22", name: "Quảng Ninh", place_type: "Tỉnh" }],
    communes: [
      ["06700", "Phường Sông Ba"],
      ["06701", "Phường Sông Bá"],
      ["06702", "Xã Đồi Cao"],
      ["06703", "Xã Đồi Thấp"],
      ["06704", "Đặc khu Đảo Xa"],
    ].map(([ward_code = "", name = ""]) => ({ ward_code, name, province_code: "22" })),
    ...extra,
    rows: rows.map((row, index) => ({
      id: String(index + 1),
      old_ward_code: null,
      old_ward_name: "Xã Một",
      old_district_name: "Huyện Ven Sông",
      old_province_name: "Tỉnh Quảng Ninh",
      new_ward_code: "06702",
      new_ward_name: "Xã Đồi Cao",
      new_province_name: "Quảng Ninh",
      ...row,
    })),
  };
}

const toHigh = { new_ward_code: "06702", new_ward_name: "Xã Đồi Cao" };
const toLow = { new_ward_code: "06703", new_ward_name: "Xã Đồi Thấp" };
const one = { old_ward_code: "00001", old_ward_name: "Xã Một" };
const two = { old_ward_code: "00002", old_ward_name: "Xã Hai" };
const high = { old_ward_code: "06702", old_ward_name: "Xã Đồi Cao" };

/** The successions between communes: [kind, from, to]. */
function changes(rows: readonly Partial<SourceRow>[]) {
  const { successions } = buildNationalLoad(source(rows));
  return successions.filter(({ kind }) => kind !== "abolish").map(({ kind, from, to }) => [kind, from, to]);
}

/** The findings about rows: [row, code]. */
function findings(rows: readonly Partial<SourceRow>[], extra: Partial<NationalSource> = {}) {
  const load = buildNationalLoad(source(rows, extra));
  return load.findings.filter(({ row }) => row !== null).map(({ row, code }) => [row, code]);
}

describe("the kind of a succession is read from the mappings", () => {
  it.each([
    ["one to one under a new name: rename", [{ ...one, ...toHigh }], [["rename", ["00001-2025"], ["06702"]]]],
    ["one to one, same name: the same unit", [{ ...high, ...toHigh }], [["reparent", ["06702"], ["06702"]]]],
    [
      "several into one: merge, even when one of them gives the name",
      [
        { ...high, ...toHigh },
        { ...two, ...toHigh },
      ],
      [["merge", ["06702-2025", "00002-2025"], ["06702"]]],
    ],
    [
      "one into several that have nothing else: split",
      [
        { ...one, ...toHigh },
        { ...one, ...toLow },
      ],
      [["split", ["00001-2025"], ["06702", "06703"]]],
    ],
    [
      "one into several, one of which has more: partial, and the whole ones merge",
      [
        { ...one, ...toHigh },
        { ...one, ...toLow },
        { ...two, ...toLow },
      ],
      [
        ["partial", ["00001-2025"], ["06702"]],
        ["merge", ["00002-2025"], ["06703"]],
        ["partial", ["00001-2025"], ["06703"]],
      ],
    ],
  ])("%s", (_, rows, expected) => {
    expect(changes(rows)).toEqual(expected);
  });

  it("gives a commune that goes on two parents in time and one name", () => {
    const { units } = buildNationalLoad(source([{ ...high, ...toHigh }]));
    expect(units.filter(({ name }) => name === "Xã Đồi Cao")).toEqual([
      expect.objectContaining({
        key: "06702",
        from: null,
        until: null,
        parentKey: "22",
        names: [{ name: "Xã Đồi Cao", from: null, until: null }],
        parents: [
          { parentKey: "quang-ninh-huyen-ven-song-2025", from: null, until: "2025-06-30" },
          { parentKey: "22", from: "2025-07-01", until: null },
        ],
      }),
    ]);
  });

  it("abolishes the district without a successor of its own", () => {
    const { successions } = buildNationalLoad(source([{ ...one }]));
    const from = ["quang-ninh-huyen-ven-song-2025"];
    expect(successions).toContainEqual({ kind: "abolish", on: "2025-07-01", from, to: [] });
  });

  it("merges two provinces into one that kept the name of one of them", () => {
    const rows = [
      { ...one, ...toHigh },
      { ...two, old_province_name: "Tỉnh Hải Ninh", ...toLow },
    ];
    expect(changes(rows)[0]).toEqual(["merge", ["quang-ninh-2025", "hai-ninh-2025"], ["22"]]);
  });
});

describe("the destination of a row", () => {
  const song = { ...one, new_ward_name: "Phường Sông Ba" };
  it.each([
    ["a lost leading zero", { ...song, new_ward_code: "6700" }, "code_leading_zero"],
    ["a code of no commune", { ...song, new_ward_code: "99999" }, "code_unknown"],
    ["the code of another commune", { ...song, new_ward_code: "06703" }, "code_of_another_commune"],
    ["another type", { ...one, new_ward_code: "1", new_ward_name: "Phường Đồi Cao" }, "code_unknown"],
    ["no tone marks", { ...one, new_ward_code: "1", new_ward_name: "Xa Doi Cao" }, "code_unknown"],
    [
      "no tone marks, two readings",
      { ...one, new_ward_code: "1", new_ward_name: "Phuong Song Ba" },
      "new_commune_ambiguous",
    ],
    [
      "a name of nowhere",
      { ...one, new_ward_code: "1", new_ward_name: "Xã Không Có" },
      "new_commune_unknown",
    ],
    ["a province of nowhere", { ...one, new_province_name: "Bình Nguyên" }, "new_province_unknown"],
  ])("%s", (_, row, code) => {
    expect(findings([row])).toEqual([["1", code]]);
  });

  it("prefers the tone marks as written over the code", () => {
    const { successions } = buildNationalLoad(source([{ ...song, new_ward_code: "06701" }]));
    expect(successions.find(({ kind }) => kind === "rename")?.to).toEqual(["06700"]);
  });

  it("keeps an old commune without a destination, and says so", () => {
    const load = buildNationalLoad(
      source([
        { ...one, ...toHigh },
        { ...two, new_ward_code: "1", new_ward_name: "?" },
      ]),
    );
    expect(load.units.map(({ key }) => key)).toContain("00002-2025");
    const about = load.findings.filter(({ unit }) => unit === "00002-2025");
    expect(about.map(({ code }) => code)).toEqual(["commune_without_successor"]);
  });

  it("refuses a way between provinces that have nothing to do with each other", () => {
    const provinces = [
      { province_code: "22", name: "Quảng Ninh", place_type: "Tỉnh" },
      { province_code: "96", name: "Cà Mau", place_type: "Tỉnh" },
    ];
    const communes = [
      { ward_code: "06702", name: "Xã Đồi Cao", province_code: "22" },
      { ward_code: "32248", name: "Xã Đất Mũi", province_code: "96" },
    ];
    const stray = { new_ward_code: "32248", new_ward_name: "Xã Đất Mũi", new_province_name: "Cà Mau" };
    const rows = [{ ...one }, { ...two }, { old_ward_code: "00003", old_ward_name: "Xã Ba", ...stray }];
    expect(findings(rows, { provinces, communes })).toEqual([["3", "province_mismatch"]]);
  });
});

describe("a row that adds nothing to the trees is listed with its reason", () => {
  const ward = { old_ward_code: "00001", old_ward_name: "Phường Một", old_district_name: "Thị xã Ven Sông" };
  it.each([
    ["word for word", [one, one], "repeated_row"],
    ["the same pair without its code", [one, { old_ward_name: "xã MỘT" }], "repeated_pair"],
    ["what the commune was before", [ward, { old_ward_name: "Xã Một" }], "earlier_status"],
    ["named alike, another type, elsewhere", [ward, { old_ward_name: "Xã Một", ...toLow }], "uncertain_part"],
    ["gone before 30/6/2025", [one, { old_ward_name: "Xã Xưa" }], "earlier_commune"],
    [
      "the same old code for another commune",
      [one, { ...one, old_ward_name: "Xã Khác" }],
      "old_code_conflict",
    ],
    [
      "a special zone of which nothing is known",
      [one, unnamed("06704", "Đặc khu Đảo Xa")],
      "special_zone_without_origin",
    ],
  ])("%s", (_, rows, code) => {
    expect(findings(rows)).toEqual([["2", code]]);
  });

  it("keeps the way from the name of a commune gone earlier to all places it leads to", () => {
    const gone = { old_ward_name: "Xã Xưa" };
    const { earlier, units } = buildNationalLoad(
      source([one, { ...gone, ...toHigh }, { ...gone, ...toLow }]),
    );
    const districtName = "Huyện Ven Sông";
    const provinceName = "Tỉnh Quảng Ninh";
    expect(earlier).toEqual([{ name: "Xã Xưa", districtName, provinceName, to: ["06702", "06703"] }]);
    expect(units.some(({ name }) => name === "Xã Xưa")).toBe(false);
  });

  it("takes a part of an old commune from a row without a code that spells it alike", () => {
    const rows = [{ ...one, ...toHigh }, two, { old_ward_name: "Xã Một", ...toLow }, { ...high, ...toLow }];
    expect(changes(rows)).toContainEqual(["partial", ["00001-2025"], ["06703"]]);
  });

  function unnamed(new_ward_code: string, new_ward_name: string): Partial<SourceRow> {
    const none = { old_ward_code: "", old_ward_name: null, old_district_name: null, old_province_name: null };
    return { ...none, new_ward_code, new_ward_name };
  }
});

it("names the present commune that no row leads to", () => {
  const { findings: all } = buildNationalLoad(source([one]));
  expect(all.map(({ unit, code }) => [unit, code])).toContainEqual(["06703", "commune_without_origin"]);
  expect(all.find(({ unit }) => unit === "06703")?.vi).toBe("Không dòng nào cho biết Xã Đồi Thấp từ đâu.");
});
