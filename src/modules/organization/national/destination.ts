import { finding, type Finding } from "./findings.ts";
import { foldedKey, spellingKey, splitType } from "./names.ts";
import { provinceKey, type PresentCommune, type PresentCommunes } from "./present-communes.ts";
import type { SourceRow } from "./source.ts";

export type Destination = { readonly commune: PresentCommune | null; readonly finding: Finding | null };

/**
 * The present commune a row points to. The code is believed when the list gives it the same name in the same
 * province, as it stands or with its leading zeros put back; otherwise the name within the province decides:
 * by spelling, then without tone marks, then without its type, each only when it is the only one.
 */
export function destinationOf(row: SourceRow, present: PresentCommunes): Destination {
  const province = present.provinceByName.get(provinceKey(row.new_province_name));
  if (province === undefined) return refused("new_province_unknown", row);

  const given = row.new_ward_code;
  const wanted = spellingKey(row.new_ward_name);
  const fits = (commune: PresentCommune | undefined): commune is PresentCommune =>
    commune !== undefined && commune.provinceCode === province.code && commune.spelling === wanted;

  const listed = present.byCode.get(given);
  if (fits(listed)) return { commune: listed, finding: null };

  const padded = present.byCode.get(given.padStart(5, "0"));
  if (fits(padded)) return repaired("code_leading_zero", row, padded);

  const named = byName(row.new_ward_name, province.code, present);
  if (named.length > 1) return refused("new_commune_ambiguous", row);
  if (named[0] === undefined) return refused("new_commune_unknown", row);
  return repaired(listed === undefined ? "code_unknown" : "code_of_another_commune", row, named[0]);
}

function byName(name: string, provinceCode: string, present: PresentCommunes): readonly PresentCommune[] {
  return (
    present.bySpelling.get(`${provinceCode} ${spellingKey(name)}`) ??
    present.byFolding.get(`${provinceCode} ${foldedKey(name)}`) ??
    present.byBareName.get(`${provinceCode} ${foldedKey(splitType(name).bare)}`) ??
    []
  );
}

function repaired(
  code: "code_leading_zero" | "code_unknown" | "code_of_another_commune",
  row: SourceRow,
  commune: PresentCommune,
): Destination {
  return { commune, finding: finding(code, { row: row.id }, { ...valuesOf(row), used: commune.code }) };
}

function refused(
  code: "new_province_unknown" | "new_commune_unknown" | "new_commune_ambiguous",
  row: SourceRow,
): Destination {
  return { commune: null, finding: finding(code, { row: row.id }, valuesOf(row)) };
}

/** What the sentences about a row may name. */
export function valuesOf(row: SourceRow): Record<string, string> {
  const origin = [row.old_ward_name, row.old_district_name, row.old_province_name].filter(Boolean).join(", ");
  return {
    given: row.new_ward_code,
    origin: origin === "" ? "—" : origin,
    destination: row.new_ward_name,
    province: row.new_province_name,
  };
}
