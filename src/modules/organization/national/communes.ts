import type { CommuneChanges } from "./commune-changes.ts";
import type { Districts } from "./districts.ts";
import { splitType } from "./names.ts";
import type { OldCommune } from "./old-communes.ts";
import type { PresentCommune } from "./present-communes.ts";
import { firstNewDay, lastOldDay, type NationalUnit, type ParentPeriod } from "./types.ts";

/** The communes of both trees; one that simply goes on appears once, with two parents in time. */
export function buildCommunes(
  oldCommunes: ReadonlyMap<string, OldCommune>,
  communes: readonly PresentCommune[],
  changes: CommuneChanges,
  districts: Districts,
): NationalUnit[] {
  const underDistrict = (old: OldCommune): ParentPeriod => ({
    parentKey: districts.keyOf(old.provinceName, old.districtName),
    from: null,
    until: lastOldDay,
  });
  const before = new Map([...changes.goingOn].map(([old, present]) => [present, oldCommunes.get(old)]));

  const present = communes.map((commune) => {
    const old = before.get(commune.code);
    const now: ParentPeriod = { parentKey: commune.provinceCode, from: firstNewDay, until: null };
    return communeUnit(commune.code, commune.code, commune.name, old ? [underDistrict(old), now] : [now]);
  });
  const ended = [...oldCommunes.values()].filter((old) => !changes.goingOn.has(old.code));
  return [
    ...present,
    ...ended.map((old) => communeUnit(changes.keyOfOld(old.code), old.code, old.name, [underDistrict(old)])),
  ];
}

function communeUnit(
  code: string,
  officialCode: string,
  name: string,
  parents: readonly [ParentPeriod, ...ParentPeriod[]],
): NationalUnit {
  const from = parents[0].from;
  const last = parents[parents.length - 1] ?? parents[0];
  return {
    key: code,
    code,
    officialCode,
    name,
    kind: "commune",
    subtype: splitType(name).type,
    parentKey: last.parentKey,
    from,
    until: last.until,
    names: [{ name, from, until: last.until }],
    parents,
  };
}
