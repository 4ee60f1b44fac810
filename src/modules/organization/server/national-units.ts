import type { NationalLoad, NationalUnit } from "#modules/organization/national/types.ts";
import { CENTRE_CODE } from "../unit.ts";
import type { NewUnit } from "./unit.store.ts";

/** The identifier of a unit by its code, whether it is there already or about to be made. */
export type IdOf = (code: string) => string;

/** A unit of the national load as the store writes it; provinces hang on the centre, null dates are open sides. */
export function newUnit(
  unit: NationalUnit,
  rootOf: (unit: NationalUnit) => NationalUnit,
  idOf: IdOf,
): NewUnit {
  return {
    id: idOf(unit.code),
    code: unit.code,
    kind: unit.kind,
    subtype: unit.subtype,
    ...days(unit),
    names: unit.names.map((period) => ({ name: period.name, ...days(period) })),
    parents: unit.parents.map((period) => ({
      parentId: idOf(period.parentKey ?? CENTRE_CODE),
      ...days(period),
    })),
    rootId: idOf(rootOf(unit).code),
  };
}

/** The province a unit lies in by its last parents; a province is its own. */
export function rootsIn(load: NationalLoad): (unit: NationalUnit) => NationalUnit {
  const byKey = new Map(load.units.map((unit) => [unit.key, unit]));
  return (unit) => {
    let root = unit;
    while (root.parentKey !== null) root = byKey.get(root.parentKey)!;
    return root;
  };
}

type Facts = Readonly<Record<"kind" | "subtype" | "days" | "names" | "parents", string>>;

/** What the load states of a unit, as texts that can be compared with what the database holds. */
export function factsOf(unit: NationalUnit): Facts {
  const { fromOn, untilOn } = days(unit);
  return {
    kind: unit.kind,
    subtype: unit.subtype,
    days: `${fromOn} ${untilOn}`,
    names: periods(unit.names.map((period) => ({ what: period.name, ...days(period) }))),
    parents: periods(
      unit.parents.map((period) => ({ what: period.parentKey ?? CENTRE_CODE, ...days(period) })),
    ),
  };
}

/** Periods as one text, in the order of time; days before the year 0 do not occur. */
export function periods(all: readonly { what: string; fromOn: string; untilOn: string }[]): string {
  const inTime = [...all].sort((a, b) => (a.fromOn < b.fromOn ? -1 : 1));
  return inTime.map(({ what, fromOn, untilOn }) => `${what} ${fromOn} ${untilOn}`).join("; ");
}

export type { Facts as NationalFacts };

function days({ from, until }: { from: string | null; until: string | null }) {
  return { fromOn: from ?? "-infinity", untilOn: until ?? "infinity" };
}
