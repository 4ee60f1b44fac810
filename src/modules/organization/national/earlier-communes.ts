import { originKey, type NamedRow } from "./old-communes.ts";
import type { PresentCommune } from "./present-communes.ts";
import type { EarlierCommune } from "./types.ts";

/** One entry per earlier commune, with every present commune its rows name. */
export function earlierCommunesOf(
  entries: readonly { readonly row: NamedRow; readonly commune: PresentCommune }[],
): EarlierCommune[] {
  const groups = Map.groupBy(entries, ({ row }) =>
    originKey(row.old_province_name, row.old_district_name, row.old_ward_name),
  );
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    return {
      name: first.row.old_ward_name,
      districtName: first.row.old_district_name,
      provinceName: first.row.old_province_name,
      to: [...new Set(group.map(({ commune }) => commune.code))],
    };
  });
}
