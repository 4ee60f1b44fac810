import { valuesOf } from "./destination.ts";
import { earlierCommunesOf } from "./earlier-communes.ts";
import { finding, type Finding } from "./findings.ts";
import { spellingKey, splitType } from "./names.ts";
import { isNamed, isSameCommune, originKey, type NamedRow, type OldCommune } from "./old-communes.ts";
import type { PlacedRow } from "./placed-rows.ts";
import { provinceKey, type PresentCommune } from "./present-communes.ts";
import type { EarlierCommune } from "./types.ts";

/** Old commune code → codes of the present communes that have it, or part of it. */
export type Links = Map<string, Set<string>>;

export type Linking = { links: Links; earlier: EarlierCommune[]; findings: Finding[] };

type Leading = { readonly row: NamedRow; readonly commune: PresentCommune };

/** Ties the rows to the old communes: the coded rows first, then what the rows without a code add to them. */
export function linkCommunes(
  placed: readonly PlacedRow[],
  oldCommunes: ReadonlyMap<string, OldCommune>,
): Linking {
  const links: Links = new Map();
  const findings: Finding[] = [];
  const leading = placed.filter((entry): entry is Leading => isNamed(entry.row) && entry.commune !== null);
  const [coded, uncoded] = [leading.filter(isCoded), leading.filter((entry) => !isCoded(entry))];

  for (const entry of coded) {
    const commune = oldCommunes.get(entry.row.old_ward_code ?? "");
    if (commune !== undefined && isSameCommune(entry.row, commune)) join(links, commune, entry, findings);
  }
  const lookup = indexOld(oldCommunes);
  const gone = uncoded.filter((entry) => !linkUncoded(entry, lookup, links, findings));
  return { links, earlier: earlierCommunesOf(gone), findings };
}

function isCoded(entry: Leading): boolean {
  return Boolean(entry.row.old_ward_code);
}

function join(links: Links, from: OldCommune, { row, commune }: Leading, findings: Finding[]): void {
  const targets = links.get(from.code) ?? new Set<string>();
  if (targets.has(commune.code)) findings.push(finding("repeated_pair", { row: row.id }, valuesOf(row)));
  links.set(from.code, targets.add(commune.code));
}

/**
 * A row without a code says one of four things: a pair already given; a further part of an old commune; the
 * earlier type or district of one; or a commune already gone by 30/6/2025 (then `false` is returned).
 */
function linkUncoded(entry: Leading, lookup: OldLookup, links: Links, findings: Finding[]): boolean {
  const { row, commune } = entry;
  const note = (code: "earlier_status" | "earlier_commune" | "uncertain_part", present = "") => {
    findings.push(finding(code, { row: row.id }, { ...valuesOf(row), present }));
    return code !== "earlier_commune";
  };

  const same = lookup.byOrigin.get(
    originKey(row.old_province_name, row.old_district_name, row.old_ward_name),
  );
  if (same !== undefined) {
    join(links, same, entry, findings);
    return true;
  }
  const goesThere = (old: OldCommune) => links.get(old.code)?.has(commune.code) === true;
  const before = lookup.byBareName.get(bareKey(row.old_province_name, row.old_ward_name))?.find(goesThere);
  if (before !== undefined) return note("earlier_status", `${before.name}, ${before.districtName}`);

  const near = lookup.byBarePlace.get(
    barePlaceKey(row.old_province_name, row.old_district_name, row.old_ward_name),
  );
  if (near !== undefined) return note("uncertain_part", `${near.name}, ${near.districtName}`);
  return note("earlier_commune");
}

type OldLookup = {
  readonly byOrigin: ReadonlyMap<string, OldCommune>;
  readonly byBareName: ReadonlyMap<string, readonly OldCommune[]>;
  readonly byBarePlace: ReadonlyMap<string, OldCommune>;
};

function indexOld(oldCommunes: ReadonlyMap<string, OldCommune>): OldLookup {
  const all = [...oldCommunes.values()];
  return {
    byOrigin: new Map(all.map((old) => [old.origin, old])),
    byBareName: Map.groupBy(all, (old) => bareKey(old.provinceName, old.name)),
    byBarePlace: new Map(all.map((old) => [barePlaceKey(old.provinceName, old.districtName, old.name), old])),
  };
}

function bareKey(provinceName: string, name: string): string {
  return `${provinceKey(provinceName)}|${spellingKey(splitType(name).bare)}`;
}

function barePlaceKey(provinceName: string, districtName: string, name: string): string {
  return `${bareKey(provinceName, name)}|${spellingKey(splitType(districtName).bare)}`;
}
