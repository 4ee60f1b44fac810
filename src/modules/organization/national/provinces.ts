import { finding, type Finding } from "./findings.ts";
import { slug, splitType } from "./names.ts";
import { presentProvinceOfOld, type PlacedRow } from "./placed-rows.ts";
import { provinceKey, type PresentCommunes, type PresentProvince } from "./present-communes.ts";
import { firstNewDay, lastOldDay, type NationalSuccession, type NationalUnit } from "./types.ts";

export type Provinces = {
  readonly units: NationalUnit[];
  readonly successions: NationalSuccession[];
  readonly findings: Finding[];
  /** Old province (by `provinceKey`) → unit key: its own, or the present one's when it simply goes on. */
  readonly keyOfOld: ReadonlyMap<string, string>;
};

/** The 63 and the 34: one that nothing joined and that kept its name is one unit over both trees. */
export function buildProvinces(placed: readonly PlacedRow[], present: PresentCommunes): Provinces {
  const oldNames = oldProvinceNames(placed);
  const homes = presentProvinceOfOld(placed);
  const joined = Map.groupBy(oldNames.keys(), (key) => homes.get(key) ?? "");
  const units: NationalUnit[] = [];
  const successions: NationalSuccession[] = [];
  const findings: Finding[] = [];
  const keyOfOld = new Map<string, string>();

  for (const province of present.provinces) {
    const origins = joined.get(province.code) ?? [];
    const goesOn = origins.length === 1 && origins[0] === provinceKey(province.name);
    units.push(presentProvinceUnit(province, goesOn));
    if (goesOn) keyOfOld.set(provinceKey(province.name), province.code);
    else if (origins.length > 0) successions.push(provinceSuccession(province, origins, oldNames));
    else
      findings.push(
        finding("province_without_origin", { unit: province.code }, { destination: province.name }),
      );
  }
  for (const [key, name] of oldNames) {
    if (keyOfOld.has(key)) continue;
    const unit = endedProvinceUnit(name);
    units.push(unit);
    keyOfOld.set(key, unit.key);
    if (!homes.has(key))
      findings.push(finding("province_without_successor", { unit: unit.key }, { origin: name }));
  }
  return { units, successions, findings, keyOfOld };
}

function oldProvinceNames(placed: readonly PlacedRow[]): Map<string, string> {
  const names = new Map<string, string>();
  for (const { row } of placed) {
    if (!row.old_province_name) continue;
    const key = provinceKey(row.old_province_name);
    if (!names.has(key)) names.set(key, row.old_province_name);
  }
  return names;
}

function provinceSuccession(
  province: PresentProvince,
  origins: readonly string[],
  oldNames: ReadonlyMap<string, string>,
): NationalSuccession {
  const from = origins.map((key) => endedProvinceCode(oldNames.get(key) ?? key));
  return { kind: origins.length === 1 ? "rename" : "merge", on: firstNewDay, from, to: [province.code] };
}

function endedProvinceCode(name: string): string {
  return `${slug(splitType(name).bare)}-2025`;
}

function presentProvinceUnit(province: PresentProvince, goesOn: boolean): NationalUnit {
  const from = goesOn ? null : firstNewDay;
  return provinceUnit(province.code, province.code, province.name, from, null);
}

function endedProvinceUnit(name: string): NationalUnit {
  return provinceUnit(endedProvinceCode(name), null, name, null, lastOldDay);
}

function provinceUnit(
  code: string,
  officialCode: string | null,
  name: string,
  from: string | null,
  until: string | null,
): NationalUnit {
  return {
    key: code,
    code,
    officialCode,
    name,
    kind: "province",
    subtype: splitType(name).type,
    parentKey: null,
    from,
    until,
    names: [{ name, from, until }],
    parents: [{ parentKey: null, from, until }],
  };
}
