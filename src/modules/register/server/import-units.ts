import { daysAfter } from "#kernel/day-arithmetic.ts";
import { uuidv7 } from "#kernel/identifier.ts";
import {
  centre,
  insertUnits,
  refreshAncestry,
  unitNameOn,
  unitsByCode,
  type NewUnit,
} from "#modules/organization/server/index.ts";
import { dayBefore, type Unit } from "#modules/organization/unit.ts";
import type { RegisterFile, RegisterUnit } from "../register-file.ts";
import { problemAt } from "../register-problem.ts";
import { endsUnit } from "../units-in-time.ts";
import { importSuccessions } from "./import-successions.ts";
import { tallyOf, type ImportWork } from "./import-work.ts";

/** Units that are not there yet, then the arrangements that are not. */
export async function importUnits(work: ImportWork): Promise<void> {
  const { trx, file, by, progress } = work;
  const known = await unitsByCode(trx, [...file.units.map(({ code }) => code), ...parentCodes(file.units)]);
  const fresh = file.units.filter(({ code }) => !known.has(code));
  await refuseOthers(work, known);
  const tally = tallyOf(work, "units");
  tally.unchanged += file.units.length - fresh.length;
  tally.created += fresh.length;
  const units = await newUnits(work, fresh, known);
  await insertUnits(trx, units, by.now);
  if (units.length > 0)
    await refreshAncestry(
      trx,
      units.map(({ id }) => id),
    );
  progress("units", file.units.length, file.units.length);
  await importSuccessions(work);
}

function parentCodes(units: readonly RegisterUnit[]): string[] {
  return units.flatMap(({ parent }) => parent ?? []);
}

/** A code that already stands for another unit is a fault, not a second name. */
async function refuseOthers(work: ImportWork, known: ReadonlyMap<string, Unit>): Promise<void> {
  for (const [at, { code, kind, name }] of work.file.units.entries()) {
    const unit = known.get(code);
    if (!unit) continue;
    const there = await unitNameOn(
      work.trx,
      unit.id,
      unit.untilOn === "infinity" ? work.today : unit.untilOn,
    );
    if (unit.kind === kind && (await hasBorne(work, unit.id, name))) continue;
    work.problems.push(problemAt(`units[${at}]`, "unit_differs", { code, name, there, kind: unit.kind }));
  }
}

async function hasBorne({ trx }: ImportWork, unitId: string, name: string): Promise<boolean> {
  const found = await trx
    .selectFrom("unit_name")
    .select("name")
    .where("unit_id", "=", unitId)
    .where("name", "=", name)
    .executeTakeFirst();
  return found !== undefined;
}

async function newUnits(work: ImportWork, fresh: readonly RegisterUnit[], known: ReadonlyMap<string, Unit>) {
  const top = await centre(work.trx);
  const ids = new Map(fresh.map(({ code }) => [code, uuidv7(work.by.now)]));
  const inFile = new Map(fresh.map((unit) => [unit.code, unit]));
  const rootOf = (code: string): string => {
    const parent = inFile.get(code)?.parent;
    const there = known.get(code);
    if (there) return there.rootId;
    return parent && parent !== top.code ? rootOf(parent) : ids.get(code)!;
  };
  const ends = endsIn(work.file);
  return fresh.map((unit): NewUnit => {
    const days = { fromOn: unit.from ?? "-infinity", untilOn: lastDay(ends, unit) };
    const parentId = unit.parent ? (ids.get(unit.parent) ?? known.get(unit.parent)!.id) : top.id;
    return {
      id: ids.get(unit.code)!,
      code: unit.code,
      kind: unit.kind,
      ...days,
      rootId: rootOf(unit.code),
      names: namesOf(unit, days),
      parents: parentId === ids.get(unit.code) ? [] : [{ parentId, ...days }],
    };
  });
}

type Days = { readonly fromOn: string; readonly untilOn: string };

/** Each name with its days: those that it bore before, up to their last, then the one that it bears. */
function namesOf({ name, former_names }: RegisterUnit, { fromOn, untilOn }: Days): NewUnit["names"] {
  const names: NewUnit["names"] = [];
  let since = fromOn;
  for (const { name: former, until } of former_names ?? []) {
    names.push({ name: former, fromOn: since, untilOn: until });
    since = daysAfter(until, 1);
  }
  return [...names, { name, fromOn: since, untilOn }];
}

/** A unit that goes over into another on a day is there for the last time on the day before, whatever `until` says. */
function lastDay(ends: ReadonlySet<string>, { code, until }: RegisterUnit): string {
  if (!until) return "infinity";
  return ends.has(`${until} ${code}`) ? dayBefore(until) : until;
}

/** The days, each with a unit, on which the file says that the unit goes over into others. */
function endsIn({ successions }: RegisterFile): Set<string> {
  return new Set(
    successions.flatMap((one) =>
      one.from.filter((code) => endsUnit(one, code)).map((code) => `${one.on} ${code}`),
    ),
  );
}
