import type { SuccessionKind } from "../unit.ts";

type Named = { readonly code: string; readonly name: string };
type Arrangement = {
  readonly kind: SuccessionKind;
  readonly on: string;
  readonly from: readonly Named[];
  readonly to: readonly Named[];
};

/** Those that a unit went over into, each once. Parts it gave away while it went on made no heirs. */
export function heirsOf(
  unit: { readonly code: string; readonly untilOn: string },
  arrangements: readonly Arrangement[],
): Named[] {
  const heirs = arrangements
    .filter(({ from }) => from.some(({ code }) => code === unit.code))
    .filter(({ kind, on }) => kind !== "partial" || (unit.untilOn !== "infinity" && unit.untilOn <= on))
    .flatMap(({ to }) => to)
    .filter(({ code }) => code !== unit.code);
  return [...new Map(heirs.map((heir) => [heir.code, heir])).values()];
}
