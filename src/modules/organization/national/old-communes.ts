import { valuesOf } from "./destination.ts";
import { finding, type Finding } from "./findings.ts";
import { spellingKey } from "./names.ts";
import type { PlacedRow } from "./placed-rows.ts";
import { provinceKey } from "./present-communes.ts";
import type { SourceRow } from "./source.ts";

/** A commune that existed on 30/6/2025: the source gives it a number of the national list. */
export type OldCommune = {
  readonly code: string;
  /** `originKey` of its own name and place. */
  readonly origin: string;
  readonly name: string;
  readonly districtName: string;
  readonly provinceName: string;
};

/** The parts of a row that say where it starts, present together or not at all. */
export type NamedRow = SourceRow & {
  readonly old_ward_name: string;
  readonly old_district_name: string;
  readonly old_province_name: string;
};

export function isNamed(row: SourceRow): row is NamedRow {
  return Boolean(row.old_ward_name && row.old_district_name && row.old_province_name);
}

/** Equal for two spellings of the same commune, its type, its district and its province. */
export function originKey(provinceName: string, districtName: string, name: string): string {
  return [provinceKey(provinceName), spellingKey(districtName), spellingKey(name)].join("|");
}

/** The communes of the coded rows, by code; a code already given to another commune is a finding. */
export function oldCommunesOf(placed: readonly PlacedRow[]): {
  byCode: Map<string, OldCommune>;
  findings: Finding[];
} {
  const byCode = new Map<string, OldCommune>();
  const findings: Finding[] = [];
  for (const { row } of placed) {
    if (!row.old_ward_code || !isNamed(row)) continue;
    const holder = byCode.get(row.old_ward_code);
    if (holder === undefined) byCode.set(row.old_ward_code, oldCommuneOf(row, row.old_ward_code));
    else if (!isSameCommune(row, holder)) findings.push(conflict(row, row.old_ward_code, holder));
  }
  return { byCode, findings };
}

/** Whether the row starts at this commune, spelling apart. */
export function isSameCommune(row: NamedRow, commune: OldCommune): boolean {
  return commune.origin === originKey(row.old_province_name, row.old_district_name, row.old_ward_name);
}

function oldCommuneOf(row: NamedRow, code: string): OldCommune {
  return {
    code,
    origin: originKey(row.old_province_name, row.old_district_name, row.old_ward_name),
    name: row.old_ward_name,
    districtName: row.old_district_name,
    provinceName: row.old_province_name,
  };
}

function conflict(row: NamedRow, code: string, holder: OldCommune): Finding {
  const present = `${holder.name}, ${holder.districtName}`;
  return finding("old_code_conflict", { row: row.id }, { ...valuesOf(row), given: code, present });
}
