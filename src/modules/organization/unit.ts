export const unitKinds = [
  "centre",
  "province",
  "district",
  "commune",
  "village",
  "agency",
  "organisation",
] as const;
export type UnitKind = (typeof unitKinds)[number];

export const successionKinds = ["rename", "merge", "split", "partial", "reparent", "abolish"] as const;
export type SuccessionKind = (typeof successionKinds)[number];

/** The unit above all others; every unit without a parent of its own hangs on it. */
export const CENTRE_CODE = "VN";

/** A unit with the days on which it exists; `-infinity` and `infinity` where a side is open. Both days belong to it. */
export type Unit = {
  readonly id: string;
  readonly code: string;
  readonly kind: UnitKind;
  readonly fromOn: string;
  readonly untilOn: string;
  readonly rootId: string;
};

/** Whether a unit exists on a day (`YYYY-MM-DD`). Text order is the order of days between 0001 and 9999. */
export function existsOn(unit: Pick<Unit, "fromOn" | "untilOn">, day: string): boolean {
  const begun = unit.fromOn === "-infinity" || unit.fromOn <= day;
  const notEnded = unit.untilOn === "infinity" || day <= unit.untilOn;
  return begun && notEnded;
}

/** The day before, as the last day of what ends where something else begins. */
export function dayBefore(day: string): string {
  return Temporal.PlainDate.from(day).subtract({ days: 1 }).toString();
}
