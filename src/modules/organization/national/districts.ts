import { slug, spellingKey, splitType } from "./names.ts";
import { provinceKey, type PresentCommune } from "./present-communes.ts";
import type { OldCommune } from "./old-communes.ts";
import { firstNewDay, lastOldDay, type NationalSuccession, type NationalUnit } from "./types.ts";

/** An island district without communes, and the special zone it became. */
export type IslandZone = {
  readonly zone: PresentCommune;
  readonly districtName: string;
  readonly provinceName: string;
};

export type Districts = {
  readonly units: NationalUnit[];
  readonly successions: NationalSuccession[];
  readonly keyOf: (provinceName: string, districtName: string) => string;
};

/**
 * The districts of the old communes and the island districts. All end with 30/6/2025: abolished without a
 * successor of their own (their communes have theirs), but for an island district, which goes on as its zone.
 */
export function buildDistricts(
  communes: Iterable<OldCommune>,
  islands: readonly IslandZone[],
  provinceKeys: ReadonlyMap<string, string>,
): Districts {
  const zones = new Map(islands.map((island) => [districtKey(island), island.zone.code]));
  const units = new Map<string, NationalUnit>();
  const taken = new Set<string>();
  for (const place of [...communes, ...islands]) {
    const key = districtKey(place);
    if (units.has(key)) continue;
    const code = freeCode(codeOf(place), taken);
    units.set(
      key,
      districtUnit(code, place.districtName, provinceKeys.get(provinceKey(place.provinceName)) ?? null),
    );
  }
  return {
    units: [...units.values()],
    successions: [...units].map(([key, unit]) => endOfDistrict(unit, zones.get(key))),
    keyOf: (provinceName, districtName) => units.get(districtKey({ provinceName, districtName }))?.key ?? "",
  };
}

type Place = { readonly districtName: string; readonly provinceName: string };

function districtKey(place: Place): string {
  return `${provinceKey(place.provinceName)}|${spellingKey(place.districtName)}`;
}

function codeOf(place: Place): string {
  return `${slug(splitType(place.provinceName).bare)}-${slug(place.districtName)}-2025`;
}

/** Two districts of a province whose names differ in tone marks only would share a code: the later gets a number. */
function freeCode(wanted: string, taken: Set<string>): string {
  let code = wanted;
  for (let number = 2; taken.has(code); number += 1) code = `${wanted}-${number}`;
  taken.add(code);
  return code;
}

function endOfDistrict(unit: NationalUnit, zone: string | undefined): NationalSuccession {
  if (zone === undefined) return { kind: "abolish", on: firstNewDay, from: [unit.key], to: [] };
  return { kind: "rename", on: firstNewDay, from: [unit.key], to: [zone] };
}

function districtUnit(code: string, name: string, parentKey: string | null): NationalUnit {
  return {
    key: code,
    code,
    officialCode: null,
    name,
    kind: "district",
    subtype: splitType(name).type,
    parentKey,
    from: null,
    until: lastOldDay,
    names: [{ name, from: null, until: lastOldDay }],
    parents: [{ parentKey, from: null, until: lastOldDay }],
  };
}
