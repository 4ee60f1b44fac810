import { destinationOf, valuesOf } from "./destination.ts";
import { finding, type Finding } from "./findings.ts";
import { provinceKey, type PresentCommune, type PresentCommunes } from "./present-communes.ts";
import type { SourceRow } from "./source.ts";

/** A row with the present commune it was found to mean, or `null` when there is none. */
export type PlacedRow = { readonly row: SourceRow; readonly commune: PresentCommune | null };

/** Finds each row's destination, then sets aside word-for-word repeats and ways between unrelated provinces. */
export function placeRows(
  rows: readonly SourceRow[],
  present: PresentCommunes,
): { placed: PlacedRow[]; findings: Finding[] } {
  const findings: Finding[] = [];
  const all = rows.map((row): PlacedRow => {
    const destination = destinationOf(row, present);
    if (destination.finding !== null) findings.push(destination.finding);
    return { row, commune: destination.commune };
  });
  const distinct = withoutRepeats(all, findings);
  return { placed: withoutStrayProvinces(distinct, findings), findings };
}

function withoutRepeats(placed: readonly PlacedRow[], findings: Finding[]): PlacedRow[] {
  const seen = new Set<string>();
  return placed.filter(({ row }) => {
    const text = textOf(row);
    if (!seen.has(text)) return seen.add(text);
    findings.push(finding("repeated_row", { row: row.id }, valuesOf(row)));
    return false;
  });
}

function textOf(row: SourceRow): string {
  const old = [row.old_ward_code, row.old_ward_name, row.old_district_name, row.old_province_name];
  return JSON.stringify([...old, row.new_ward_code, row.new_ward_name, row.new_province_name]);
}

/** An old province went whole into one present province: a row that leads elsewhere keeps no destination. */
function withoutStrayProvinces(placed: readonly PlacedRow[], findings: Finding[]): PlacedRow[] {
  const homes = presentProvinceOfOld(placed);
  return placed.map((entry) => {
    const { row, commune } = entry;
    if (commune === null || !row.old_province_name) return entry;
    if (homes.get(provinceKey(row.old_province_name)) === commune.provinceCode) return entry;
    findings.push(finding("province_mismatch", { row: row.id }, valuesOf(row)));
    return { row, commune: null };
  });
}

/** Old province (by `provinceKey`) → the code of the present province most of its rows lead to. */
export function presentProvinceOfOld(placed: readonly PlacedRow[]): Map<string, string> {
  const votes = new Map<string, Map<string, number>>();
  for (const { row, commune } of placed) {
    if (commune === null || !row.old_province_name) continue;
    const key = provinceKey(row.old_province_name);
    const tally = votes.get(key) ?? new Map<string, number>();
    votes.set(key, tally.set(commune.provinceCode, (tally.get(commune.provinceCode) ?? 0) + 1));
  }
  return new Map([...votes].map(([key, tally]) => [key, mostVoted(tally)]));
}

function mostVoted(tally: ReadonlyMap<string, number>): string {
  return [...tally].reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}
