import {
  optionalDay,
  optionalOf,
  optionalText,
  optionalWholeNumber,
  textInput,
  unitCodeInput,
} from "#kernel/input.ts";
import {
  readSuccessions,
  readUnit,
  searchUnits,
  unitsBelowAfter,
  type SuccessionReading,
  type UnitLine,
} from "#modules/organization/server/index.ts";
import { successionKinds, unitKinds } from "#modules/organization/unit.ts";
import { z } from "zod";
import { reading } from "#platform/server/reading/reading.ts";

const kind = z.enum(unitKinds);
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

const found = line.extend({
  there,
  fits: z.string().meta({ description: "The name that fits what was looked for." }),
  earlier_in: z
    .string()
    .nullable()
    .meta({ description: "Where the unit lay that bore that name before it." }),
  places: z.string().nullable().meta({ description: "What it lies in, from near to far." }),
});

const follows = z.strictObject({ kind: z.enum(successionKinds), on: z.string(), code, name });

const unit = line.extend({
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

const part = z.strictObject({ units: z.array(line), next: z.string().nullable() });

const open = (day: string) => (day.endsWith("infinity") ? null : day);
const spanOf = ({ fromOn, untilOn }: { fromOn: string; untilOn: string }) => ({
  from: open(fromOn),
  until: open(untilOn),
});
const lineOf = (one: UnitLine) => ({
  code: one.code,
  kind: one.kind,
  subtype: one.subtype,
  name: one.name,
  ...spanOf(one),
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

/** The tree of units in time; open to whoever has a post, as its pages are. */
export const unitReadings = [
  reading({
    name: "units.search",
    title: { vi: "Tìm đơn vị theo tên hoặc mã", en: "Units by name or code, of all times" },
    query: z.strictObject({ q: textInput(200), on: optionalDay, size: optionalWholeNumber(1, 50) }),
    may: "each",
    api: {
      path: "/units",
      answer: z.strictObject({ units: z.array(found).meta({ description: "What fits best comes first." }) }),
    },
    async read({ db, query: { q, on, size }, today }) {
      const units = await searchUnits(db, q, on ?? today, size ?? 20);
      return {
        units: units.map((one) => ({
          ...lineOf(one),
          there: one.there,
          fits: one.fits,
          earlier_in: one.earlierIn,
          places: one.places,
        })),
      };
    },
  }),
  reading({
    name: "units.find",
    title: { vi: "Một đơn vị vào một ngày", en: "One unit on a day, with those before and after it" },
    query: z.strictObject({ unit: unitCodeInput, on: optionalDay }),
    may: "each",
    api: { path: "/units/:unit", answer: unit },
    async read({ db, query, today }) {
      const shown = await readUnit(db, query.unit, query.on ?? today);
      const arrangements = await readSuccessions(db, shown.id);
      return {
        ...lineOf(shown),
        day: shown.day,
        there: shown.there,
        ancestors: [...shown.ancestors],
        names: shown.names.map((one) => ({ name: one.name, ...spanOf(one) })),
        parents: shown.parents.map((one) => ({ code: one.code, name: one.name, ...spanOf(one) })),
        predecessors: across(arrangements, shown.code, "from"),
        successors: across(arrangements, shown.code, "to"),
      };
    },
  }),
  reading({
    name: "units.below",
    title: { vi: "Đơn vị trực thuộc vào một ngày", en: "The units directly below another on a day, by code" },
    query: z.strictObject({
      unit: unitCodeInput,
      on: optionalDay,
      kind: optionalOf(kind),
      size: optionalWholeNumber(1, 200),
      after: optionalText(100),
    }),
    may: "each",
    api: { path: "/units/:unit/below", answer: part },
    async read({ db, query: { unit: asked, on, kind: only, size, after }, today }) {
      const { id, day } = await readUnit(db, asked, on ?? today);
      const { units, next } = await unitsBelowAfter(db, id, day, { size: size ?? 50, after, kind: only });
      return { units: units.map(lineOf), next };
    },
  }),
];
