import { dayBefore } from "#modules/organization/unit.ts";
import { circles } from "./circles.ts";
import { beforeUnit, dangling, duplicates, type Found } from "./check-parts.ts";
import type { RegisterFile, RegisterSuccession, RegisterUnit } from "./register-file.ts";
import type { References } from "./register-references.ts";
import { problemAt } from "./register-problem.ts";

/** The tree of units and how it changed. */
export function checkUnits(file: RegisterFile, references: References): Found {
  return [
    ...duplicates(
      file.units,
      ({ code }) => code,
      (at) => `units[${at}].code`,
    ),
    ...file.units.flatMap((unit, at) => checkUnit(unit, `units[${at}]`, references)),
    ...parentCircles(file.units),
    ...file.successions.flatMap((succession, at) =>
      checkSuccession(succession, `successions[${at}]`, references),
    ),
  ];
}

function checkUnit(unit: RegisterUnit, path: string, references: References): Found {
  const { from, until } = unit;
  const reversed = from && until && from >= until;
  return [
    ...dangling("unit", unit.parent, `${path}.parent`, references),
    ...(reversed ? [problemAt(`${path}.until`, "interval_reversed", { from, until })] : []),
  ];
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
  return [
    ...succession.from.flatMap((code, at) => checkTaken(code, succession, `${path}.from[${at}]`, references)),
    ...succession.to.flatMap((code, at) => dangling("unit", code, `${path}.to[${at}]`, references)),
    ...checkShape(succession, path),
  ];
}

const ENDING: ReadonlySet<RegisterSuccession["kind"]> = new Set(["merge", "split", "rename", "abolish"]);

/** What ends on a day is there on the day before; what goes on is there on the day itself. */
function checkTaken(
  code: string,
  { kind, on, to }: RegisterSuccession,
  path: string,
  references: References,
): Found {
  const lastDay = ENDING.has(kind) && !to.includes(code) ? dayBefore(on) : on;
  return [...dangling("unit", code, path, references), ...beforeUnit(lastDay, code, path, references)];
}

function checkShape({ kind, from, to }: RegisterSuccession, path: string): Found {
  const shape = SHAPES[kind];
  const fits = from.length === (shape.from ?? from.length) && to.length === (shape.to ?? to.length);
  const successorMissing = kind !== "abolish" && to.length === 0;
  if (fits && !successorMissing) return [];
  return [problemAt(path, "succession_shape", { kind, wanted: shape.vi, wanted_en: shape.en })];
}
