import { spellingKey } from "./names.ts";
import type { Links } from "./links.ts";
import type { OldCommune } from "./old-communes.ts";
import type { PresentCommune } from "./present-communes.ts";
import { firstNewDay, type NationalSuccession, type NationalSuccessionKind } from "./types.ts";

export type CommuneChanges = {
  readonly successions: NationalSuccession[];
  /** Codes of old communes that simply go on: one unit, reparented from its district to its province. */
  readonly goingOn: ReadonlyMap<string, string>;
  readonly keyOfOld: (code: string) => string;
};

/**
 * Reads the links as typed successions. An old commune with one destination is in it whole; with several, it
 * was split when each destination has nothing else in it, otherwise each gets a part. A present commune that
 * has exactly one whole origin is that commune going on (same name) or renamed; with more, a merge. When one
 * whole origin is joined by parts of others the whole one is a merge too, since the territory is no longer its own.
 */
export function communeChanges(
  links: Links,
  oldCommunes: ReadonlyMap<string, OldCommune>,
  communes: readonly PresentCommune[],
): CommuneChanges {
  const origins = originsOf(links);
  const targetsOf = (old: string) => [...(links.get(old) ?? [])];
  const isWhole = (old: string) => targetsOf(old).length === 1;
  const isSplit = (old: string) => targetsOf(old).every((target) => origins.get(target)?.length === 1);

  const goingOn = new Map<string, string>();
  for (const commune of communes) {
    const [only, ...others] = origins.get(commune.code) ?? [];
    if (only === undefined || others.length > 0 || !isWhole(only)) continue;
    const old = oldCommunes.get(only);
    if (old && spellingKey(old.name) === spellingKey(commune.name)) goingOn.set(only, commune.code);
  }
  const keyOfOld = (code: string) => goingOn.get(code) ?? `${code}-2025`;
  const change = (kind: NationalSuccessionKind, from: readonly string[], to: readonly string[]) => ({
    kind,
    on: firstNewDay,
    from: from.map(keyOfOld),
    to,
  });

  const into = communes.flatMap((commune) => {
    const from = origins.get(commune.code) ?? [];
    const whole = from.filter(isWhole);
    const parts = from.filter((old) => !isWhole(old) && !isSplit(old));
    const partial = parts.map((old) => change("partial", [old], [commune.code]));
    if (whole.length === 0) return partial;
    return [change(kindOfWhole(whole, parts, goingOn), whole, [commune.code]), ...partial];
  });
  const divided = [...links.keys()].filter((old) => !isWhole(old) && isSplit(old));
  const splits = divided.map((old) => change("split", [old], targetsOf(old)));
  return { successions: [...into, ...splits], goingOn, keyOfOld };
}

function kindOfWhole(
  whole: readonly string[],
  parts: readonly string[],
  goingOn: ReadonlyMap<string, string>,
): NationalSuccessionKind {
  if (whole.length > 1 || parts.length > 0) return "merge";
  return goingOn.has(whole[0] ?? "") ? "reparent" : "rename";
}

function originsOf(links: Links): Map<string, string[]> {
  const origins = new Map<string, string[]>();
  for (const [old, targets] of links) {
    for (const target of targets) origins.set(target, [...(origins.get(target) ?? []), old]);
  }
  return origins;
}
