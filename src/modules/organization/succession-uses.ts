import { successionFaults as sentences } from "./succession-faults.ts";
import type { At, SuccessionToMake } from "./succession-row.ts";
import type { SuccessionKind } from "./unit.ts";

/** What a row does with a unit it names. */
type Use = {
  readonly on: string;
  readonly index: number;
  readonly column: "from" | "to";
  readonly what: "ends" | "gives" | "moves" | "is renamed" | "takes";
};

const asFrom: Readonly<Record<SuccessionKind, Use["what"]>> = {
  rename: "is renamed",
  merge: "ends",
  split: "ends",
  abolish: "ends",
  partial: "gives",
  reparent: "moves",
};
/** A unit has one name and one place on a day, and one end. */
const onceADay: ReadonlySet<Use["what"]> = new Set(["moves", "is renamed"]);

/**
 * What the rows of a list do with the same unit must go together: parts may go to several, and come from several, on
 * whatever days; a unit ends once, and nothing becomes of it afterwards.
 */
export function checkUses(successions: readonly SuccessionToMake[], atOf: (index: number) => At): void {
  for (const [code, uses] of Map.groupBy(successions.flatMap(usesIn), ({ code }) => code)) {
    const end = uses.filter(({ what }) => what === "ends").toSorted(earlierFirst)[0];
    for (const use of uses) {
      const at = atOf(use.index);
      if (use !== end && use.what === "ends") at(use.column, sentences.twice(code));
      else if (end && use !== end && isAfterEnd(use, end)) at(use.column, sentences.goneBy(code, end.on));
      else if (onceADay.has(use.what) && isRepeated(use, uses)) at(use.column, sentences.twice(code));
    }
  }
}

function usesIn({ index, kind, on, from, to }: SuccessionToMake): (Use & { readonly code: string })[] {
  const goesOn = new Set(to.map(({ code }) => code));
  const taken = from.filter(({ code }) => !goesOn.has(code));
  return [
    ...taken.map(({ code }) => ({ code, on, index, column: "from" as const, what: asFrom[kind] })),
    ...to.map(({ code }) => ({ code, on, index, column: "to" as const, what: "takes" as const })),
  ];
}

function earlierFirst(one: Use, other: Use): number {
  if (one.on !== other.on) return one.on < other.on ? -1 : 1;
  return one.index - other.index;
}

/** A unit gives its last parts away on the day on which it is no more. */
function isAfterEnd({ on, what }: Use, end: Use): boolean {
  return on > end.on || (on === end.on && what !== "gives");
}

function isRepeated(use: Use, uses: readonly Use[]): boolean {
  return uses.some(({ what, on, index }) => what === use.what && on === use.on && index < use.index);
}
