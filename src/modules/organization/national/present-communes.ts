import { foldedKey, spellingKey, splitType } from "./names.ts";
import type { NationalSource } from "./source.ts";

export type PresentProvince = { readonly code: string; readonly name: string };
export type PresentCommune = {
  readonly code: string;
  readonly name: string;
  readonly spelling: string;
  readonly provinceCode: string;
};

/** The lists of 1/7/2025 with the three ways to look a commune up by name within its province. */
export type PresentCommunes = {
  readonly provinces: readonly PresentProvince[];
  readonly communes: readonly PresentCommune[];
  readonly provinceByName: ReadonlyMap<string, PresentProvince>;
  readonly byCode: ReadonlyMap<string, PresentCommune>;
  readonly bySpelling: ReadonlyMap<string, readonly PresentCommune[]>;
  readonly byFolding: ReadonlyMap<string, readonly PresentCommune[]>;
  readonly byBareName: ReadonlyMap<string, readonly PresentCommune[]>;
};

/** Reads the two lists of present units; a province listed bare ("Cao Bằng") gets its type back. */
export function indexPresentCommunes(source: NationalSource): PresentCommunes {
  const provinces = source.provinces.map((row) => ({
    code: row.province_code,
    name: fullProvinceName(row.name, row.place_type),
  }));
  const communes = source.communes.map((row) => ({
    code: row.ward_code,
    name: row.name,
    spelling: spellingKey(row.name),
    provinceCode: row.province_code,
  }));
  const keyed = (key: (name: string) => string) =>
    Map.groupBy(communes, (commune) => `${commune.provinceCode} ${key(commune.name)}`);
  return {
    provinces,
    communes,
    provinceByName: new Map(provinces.map((province) => [provinceKey(province.name), province])),
    byCode: new Map(communes.map((commune) => [commune.code, commune])),
    bySpelling: keyed(spellingKey),
    byFolding: keyed(foldedKey),
    byBareName: keyed((name) => foldedKey(splitType(name).bare)),
  };
}

/** Equal for "Tỉnh Cao Bằng" and "Cao Bằng". */
export function provinceKey(name: string): string {
  return spellingKey(splitType(name).bare);
}

function fullProvinceName(name: string, placeType: string): string {
  if (splitType(name).type !== "") return name;
  const type = placeType.toLowerCase().startsWith("thành phố") ? "Thành phố" : "Tỉnh";
  return `${type} ${name}`;
}
