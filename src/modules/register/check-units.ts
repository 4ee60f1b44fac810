import { dayBefore } from "#modules/organization/unit.ts";
import { circles } from "./circles.ts";
import { beforeUnit, dangling, duplicates, outsideUnit, type Found } from "./check-parts.ts";
import type { RegisterFile, RegisterSuccession, RegisterUnit } from "./register-file.ts";
import type { References } from "./register-references.ts";
import { problemAt } from "./register-problem.ts";
import { endsUnit } from "./units-in-time.ts";

/** The tree of units and how it changed. */
export function checkUnits(file: RegisterFile, references: References): Found {
  return [
    ...duplicates(
      file.units,
      ({ code }) => code,
      (at) => `units[${at}].code`,
    ),
    ...file.units.flatMap((unit, at) => checkUnit(unit, `units[${at}]`, references)),
    ...treeFaults(file.units),
    ...duplicates(file.successions, writtenAs, (at) => `successions[${at}]`),
    ...file.successions.flatMap((succession, at) =>
      checkSuccession(succession, `successions[${at}]`, references),
    ),
    ...endsOnce(file),
  ];
}

function checkUnit(unit: RegisterUnit, path: string, references: References): Found {
  const { from, until } = unit;
  const reversed = from && until && from >= until;
  return [
    ...dangling("unit", unit.parent, `${path}.parent`, references),
    ...(reversed ? [problemAt(`${path}.until`, "interval_reversed", { from, until })] : []),
    ...(unit.former_names ?? []).flatMap((former, at) => {
      const since = at === 0 ? from : unit.former_names![at - 1]!.until;
      const name = `${path}.former_names[${at}].until`;
      // The first name may have been borne on the first day alone.
      if (since && (at === 0 ? since > former.until : since >= former.until))
        return [problemAt(name, "interval_reversed", { from: since, until: former.until })];
      // The last name is borne on some day, too.
      return until && former.until >= until
        ? [problemAt(name, "interval_reversed", { from: former.until, until })]
        : [];
    }),
  ];
}

/** Country, province, district, commune, village, and offices of each: nobody needs more levels. */
const MOST_LEVELS = 20;

/** A tree without circles, and not so deep that placing its units under each other takes the square of their number. */
function treeFaults(units: readonly RegisterUnit[]): Found {
  const found = parentCircles(units);
  if (found.length > 0) return found;
  const parents = new Map(units.map(({ code, parent }) => [code, parent]));
  return units.flatMap(({ parent }, at) => {
    let levels = 0;
    for (let above = parent; above && levels <= MOST_LEVELS; levels += 1) above = parents.get(above);
    return levels > MOST_LEVELS ? [problemAt(`units[${at}].parent`, "too_deep", { limit: MOST_LEVELS })] : [];
  });
}

function parentCircles(units: readonly RegisterUnit[]): Found {
  const leadsTo = new Map(units.flatMap(({ code, parent }) => (parent ? [[code, parent] as const] : [])));
  const placeOf = new Map(units.map(({ code }, at) => [code, at]));
  return circles(leadsTo).map((way) =>
    problemAt(`units[${placeOf.get(way[0]!)}].parent`, "circle", { way: [...way, way[0]].join(" → ") }),
  );
}

const SHAPES: Record<RegisterSuccession["kind"], { from?: number; to?: number; vi: string; en: string }> = {
  rename: { from: 1, to: 1, vi: "một đơn vị cũ và một đơn vị mới", en: "one unit before and one after" },
  merge: { to: 1, vi: "đúng một đơn vị mới", en: "exactly one unit after" },
  split: { from: 1, vi: "đúng một đơn vị cũ", en: "exactly one unit before" },
  partial: { vi: "đơn vị cũ và đơn vị mới", en: "units before and after" },
  reparent: {
    to: 1,
    vi: "đúng một đơn vị cấp trên mới trong “to”",
    en: "exactly one new unit above in “to”",
  },
  abolish: { vi: "đơn vị cũ", en: "units before" },
};

function checkSuccession(succession: RegisterSuccession, path: string, references: References): Found {
  const { on, from, to } = succession;
  return [
    ...onceEach(from, `${path}.from`),
    ...from.flatMap((code, at) => checkTaken(code, succession, `${path}.from[${at}]`, references)),
    ...onceEach(to, `${path}.to`),
    ...to.flatMap((code, at) => [
      ...dangling("unit", code, `${path}.to[${at}]`, references),
      ...outsideUnit(on, code, `${path}.to[${at}]`, references),
    ]),
    ...checkShape(succession, path),
  ];
}

function onceEach(codes: readonly string[], path: string): Found {
  return duplicates(
    codes,
    (code) => code,
    (at) => `${path}[${at}]`,
  );
}

/** How the same arrangement would be written again, in whatever order of its units. */
function writtenAs({ kind, on, from, to }: RegisterSuccession): string {
  return `${kind} ${on}: ${from.toSorted().join(", ")} → ${to.toSorted().join(", ")}`;
}

/** What ends on a day is there on the day before; what goes on is there on the day itself. */
function checkTaken(
  code: string,
  succession: RegisterSuccession,
  path: string,
  references: References,
): Found {
  const { kind, on } = succession;
  const eve = dayBefore(on);
  if (endsUnit(succession, code))
    return [...dangling("unit", code, path, references), ...beforeUnit(eve, code, path, references)];
  // A unit may give its last parts away on the day it is no more.
  const lastDay = kind === "partial" ? eve : on;
  return [
    ...dangling("unit", code, path, references),
    ...(beforeUnit(on, code, path, references).length > 0
      ? beforeUnit(on, code, path, references)
      : outsideUnit(lastDay, code, path, references)),
  ];
}

function dayAfter(day: string): string {
  return Temporal.PlainDate.from(day).add({ days: 1 }).toString();
}

/** The unit's own `until`, its last day or that of the arrangement, and all that end it must mean one end. */
function endsOnce({ units, successions }: RegisterFile): Found {
  const ends = new Map<string, { days: string[]; place: string }>();
  for (const [at, { code, until }] of units.entries())
    if (until) ends.set(code, { days: [until, dayAfter(until)], place: `units[${at}].until` });
  return successions.flatMap((succession, at) =>
    succession.from.flatMap((code, index) => {
      if (!endsUnit(succession, code)) return [];
      const { on } = succession;
      const before = ends.get(code);
      ends.set(code, { days: [on], place: `successions[${at}].on` });
      if (!before || before.days.includes(on)) return [];
      const values = { unit: code, until: before.days[0]!, place: before.place, day: on };
      return [problemAt(`successions[${at}].from[${index}]`, "end_differs", values)];
    }),
  );
}

function checkShape({ kind, from, to }: RegisterSuccession, path: string): Found {
  const shape = SHAPES[kind];
  const fits = from.length === (shape.from ?? from.length) && to.length === (shape.to ?? to.length);
  const successorMissing = kind !== "abolish" && to.length === 0;
  if (fits && !successorMissing) return [];
  return [problemAt(path, "succession_shape", { kind, wanted: shape.vi, wanted_en: shape.en })];
}
