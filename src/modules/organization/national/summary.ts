import { lastOldDay, firstNewDay, type NationalLoad, type NationalUnit } from "./types.ts";

export type NationalSummary = {
  readonly units: number;
  readonly oldTree: Readonly<Record<string, number>>;
  readonly newTree: Readonly<Record<string, number>>;
  readonly goingOn: Readonly<Record<string, number>>;
  readonly successions: Readonly<Record<string, number>>;
  readonly earlier: number;
  readonly findings: Readonly<Record<string, number>>;
};

/** The figures of a load: units of each tree by kind, successions by level and kind, findings by code. */
export function summarizeNational(load: NationalLoad): NationalSummary {
  const kindOf = new Map(load.units.map((unit) => [unit.key, unit.kind]));
  const old = load.units.filter((unit) => existsOn(unit, lastOldDay));
  const now = load.units.filter((unit) => existsOn(unit, firstNewDay));
  return {
    units: load.units.length,
    oldTree: tally(old, (unit) => unit.kind),
    newTree: tally(now, (unit) => unit.kind),
    goingOn: tally(
      old.filter((unit) => existsOn(unit, firstNewDay)),
      (unit) => unit.kind,
    ),
    successions: tally(load.successions, ({ kind, from }) => `${kindOf.get(from[0] ?? "")} ${kind}`),
    earlier: load.earlier.length,
    findings: tally(load.findings, (one) => one.code),
  };
}

/** Whether the unit existed on this day (ISO date); its first and last days count. */
export function existsOn(unit: Pick<NationalUnit, "from" | "until">, day: string): boolean {
  return (unit.from === null || unit.from <= day) && (unit.until === null || day <= unit.until);
}

function tally<T>(items: readonly T[], keyOf: (item: T) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const item of items) counts[keyOf(item)] = (counts[keyOf(item)] ?? 0) + 1;
  return counts;
}
