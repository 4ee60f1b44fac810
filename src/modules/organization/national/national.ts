import { communeChanges } from "./commune-changes.ts";
import { buildCommunes } from "./communes.ts";
import { buildDistricts, type IslandZone } from "./districts.ts";
import { valuesOf } from "./destination.ts";
import { finding, type Finding } from "./findings.ts";
import { islandDistrictOf } from "./island-districts.ts";
import { linkCommunes, type Links } from "./links.ts";
import { oldCommunesOf, type OldCommune } from "./old-communes.ts";
import { placeRows, type PlacedRow } from "./placed-rows.ts";
import { indexPresentCommunes, type PresentCommune } from "./present-communes.ts";
import { buildProvinces } from "./provinces.ts";
import { tidySource, type NationalSource } from "./source.ts";
import type { NationalLoad } from "./types.ts";

/**
 * Both national trees and the successions of 1/7/2025, from the raw tables: 63 provinces with districts and
 * communes until 30/6/2025, 34 provinces with communes from then on. Nothing is dropped in silence: each row
 * that could not be taken as it stands is a finding, as is each unit without origin or successor.
 */
export function buildNationalLoad(raw: NationalSource): NationalLoad {
  const source = tidySource(raw);
  const present = indexPresentCommunes(source);
  const { placed, findings: placing } = placeRows(source.rows, present);
  const { byCode: oldCommunes, findings: reading } = oldCommunesOf(placed);
  const { links, earlier, findings: linking } = linkCommunes(placed, oldCommunes);
  const { zones, findings: zoning } = islandZones(placed);

  const provinces = buildProvinces(placed, present);
  const districts = buildDistricts(oldCommunes.values(), zones, provinces.keyOfOld);
  const changes = communeChanges(links, oldCommunes, present.communes);
  const communes = buildCommunes(oldCommunes, present.communes, changes, districts);
  const gaps = [
    ...withoutOrigin(present.communes, links, zones),
    ...withoutSuccessor(oldCommunes, links, changes.keyOfOld),
  ];
  return {
    units: [...provinces.units, ...districts.units, ...communes],
    successions: [...provinces.successions, ...districts.successions, ...changes.successions],
    earlier,
    findings: [...placing, ...reading, ...linking, ...zoning, ...provinces.findings, ...gaps],
  };
}

/** The rows without any old name: special zones, taken from their island district where that is known. */
function islandZones(placed: readonly PlacedRow[]): { zones: IslandZone[]; findings: Finding[] } {
  const zones: IslandZone[] = [];
  const findings: Finding[] = [];
  for (const { row, commune } of placed) {
    if (row.old_ward_name || commune === null) continue;
    const origin = islandDistrictOf(commune.name);
    const code = origin === undefined ? "special_zone_without_origin" : "special_zone_from_district";
    const values = { ...valuesOf(row), origin: `${origin?.district}, ${origin?.province}` };
    findings.push(finding(code, { row: row.id, unit: commune.code }, values));
    if (origin) zones.push({ zone: commune, districtName: origin.district, provinceName: origin.province });
  }
  return { zones, findings };
}

function withoutOrigin(
  communes: readonly PresentCommune[],
  links: Links,
  zones: readonly IslandZone[],
): Finding[] {
  const reached = new Set([...links.values()].flatMap((targets) => [...targets]));
  for (const { zone } of zones) reached.add(zone.code);
  return communes
    .filter(({ code }) => !reached.has(code))
    .map(({ code, name }) => finding("commune_without_origin", { unit: code }, { destination: name }));
}

function withoutSuccessor(
  oldCommunes: ReadonlyMap<string, OldCommune>,
  links: Links,
  keyOfOld: (code: string) => string,
): Finding[] {
  return [...oldCommunes.values()]
    .filter(({ code }) => !links.has(code))
    .map(({ code, name, districtName }) =>
      finding("commune_without_successor", { unit: keyOfOld(code) }, { origin: `${name}, ${districtName}` }),
    );
}
