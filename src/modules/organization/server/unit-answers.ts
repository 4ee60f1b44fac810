import { z } from "zod";
import { successionKinds } from "../unit.ts";
import type { SuccessionReading } from "./read-successions.ts";
import type { UnitReading } from "./read-unit.ts";
import type { FoundUnit } from "./search-units.ts";
import type { UnitLine } from "./unit-days.ts";

// What the API gives out of units.

const code = z.string();
const name = z.string();
/** A day, or null where that side is open. */
const openDay = z
  .string()
  .nullable()
  .meta({ description: "YYYY-MM-DD; null: without a beginning, or an end." });
const span = { from: openDay, until: openDay };
const line = z.strictObject({ code, kind: z.string(), subtype: z.string().nullable(), name, ...span });
const there = z.boolean().meta({ description: "Whether it exists on the day that was asked for." });

const foundUnit = line.extend({
  there,
  fits: z.string().meta({ description: "The name that fits what was looked for." }),
  earlier_in: z
    .string()
    .nullable()
    .meta({ description: "Where the unit lay that bore that name before it." }),
  places: z.string().nullable().meta({ description: "What it lies in, from near to far." }),
});

const follows = z.strictObject({ kind: z.enum(successionKinds), on: z.string(), code, name });

export const unitAnswer = line.extend({
  day: z
    .string()
    .meta({ description: "The day shown: the one asked for, or the nearest on which it exists." }),
  there,
  ancestors: z.array(z.strictObject({ code, name })),
  names: z.array(z.strictObject({ name, ...span })),
  parents: z.array(z.strictObject({ code, name, ...span })),
  predecessors: z.array(follows),
  successors: z.array(follows),
});

export const partAnswer = z.strictObject({ units: z.array(line), next: z.string().nullable() });

const open = (day: string) => (day.endsWith("infinity") ? null : day);
const spanTold = ({ fromOn, untilOn }: { fromOn: string; untilOn: string }) => ({
  from: open(fromOn),
  until: open(untilOn),
});
export const lineTold = (one: UnitLine) => ({
  code: one.code,
  kind: one.kind,
  subtype: one.subtype,
  name: one.name,
  ...spanTold(one),
});

/** The other units on one side of the arrangements in which a unit stood on the other. */
function across(arrangements: readonly SuccessionReading[], own: string, side: "from" | "to") {
  const opposite = side === "from" ? "to" : "from";
  return arrangements
    .filter((one) => one[opposite].some((unit) => unit.code === own))
    .flatMap((one) =>
      one[side].map((unit) => ({ kind: one.kind, on: one.on, code: unit.code, name: unit.name })),
    )
    .filter((unit) => unit.code !== own);
}

export const foundAnswer = z.strictObject({
  units: z.array(foundUnit).meta({ description: "What fits best comes first." }),
});

export function foundTold(units: readonly FoundUnit[]) {
  return {
    units: units.map((one) => ({
      ...lineTold(one),
      there: one.there,
      fits: one.fits,
      earlier_in: one.earlierIn,
      places: one.places,
    })),
  };
}

export function unitTold({
  unit,
  successions,
}: {
  unit: UnitReading;
  successions: readonly SuccessionReading[];
}) {
  return {
    ...lineTold(unit),
    day: unit.day,
    there: unit.there,
    ancestors: [...unit.ancestors],
    names: unit.names.map((one) => ({ name: one.name, ...spanTold(one) })),
    parents: unit.parents.map((one) => ({ code: one.code, name: one.name, ...spanTold(one) })),
    predecessors: across(successions, unit.code, "from"),
    successors: across(successions, unit.code, "to"),
  };
}
