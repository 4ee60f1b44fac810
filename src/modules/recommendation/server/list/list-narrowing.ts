import type { DB } from "#db";
import type { Actor } from "#kernel/actor.ts";
import { unitLines, unitsByCode } from "#modules/organization/server/index.ts";
import { remembered } from "#platform/server/database/remembered.ts";
import type { Kysely } from "kysely";
import { asTyped, codeIn, meantBy } from "../../typed-unit.ts";
import {
  agenciesOf,
  choicesAtMost,
  listChoices,
  readableUnits,
  villagesOf,
  type UnitChoice,
} from "../matter/form-choices.ts";

/** More than this are not sent with each page: one types. */
const shownAtMost = 15;
const suggestedAtMost = 20;
/** More communes and villages than a province has. */
const everyAtMost = 10_000;
const LONGEST = 300;

export const narrowingUnits = ["unit", "lead", "village"] as const;
export type NarrowingUnit = (typeof narrowingUnits)[number];

/** What an address names a unit by, or what somebody typed. */
export type AskedUnits = Readonly<Partial<Record<NarrowingUnit, string>>>;

/** How a list is narrowed by units of one kind: chosen among a few, or typed where they are many. */
type Narrowing =
  { readonly choices: readonly UnitChoice[] } | { readonly choices: null; readonly typed: string };

/** What was typed and is no one unit's name or code; those that may be meant, and whether there are more. */
type Unclear = {
  readonly of: NarrowingUnit;
  readonly typed: string;
  readonly meant: readonly UnitChoice[];
  readonly more: boolean;
};

export type ListNarrowing = {
  /** The codes asked for; of what was typed, the code of the one unit that it names. */
  readonly codes: AskedUnits;
  readonly by: Readonly<Partial<Record<NarrowingUnit, Narrowing>>>;
  /** Each by its code, with the main field before its name. */
  readonly fields: readonly (readonly [code: string, name: string])[];
  readonly mayReceive: boolean;
  readonly unclear: Unclear | null;
};

const all = { unit: "units", lead: "leads", village: "villages" } as const;

/** What a list is narrowed by and can be, in the unit asked for or the first that the actor reads. */
export async function listNarrowing(
  db: Kysely<DB>,
  actor: Actor,
  asked: AskedUnits,
  today: string,
): Promise<ListNarrowing> {
  let choices = await listChoices(db, actor, undefined, today);
  const codes: Partial<Record<NarrowingUnit, string>> = {};
  const by: Partial<Record<NarrowingUnit, Narrowing>> = {};
  let unclear: Unclear | null = null;
  for (const of of narrowingUnits) {
    const units = choices[all[of]];
    const typed = asked[of]?.trim().slice(0, LONGEST);
    const found = typed ? await findUnit({ db, actor, today }, of, choices, typed) : null;
    if (found?.unit) codes[of] = found.unit.code;
    if (typed && found && !found.unit) unclear ??= { of, typed, meant: found.meant, more: found.more };
    if (of === "unit" && codes.unit) choices = await listChoices(db, actor, codes.unit, today);
    const narrowing = narrowingBy(units, found?.unit ? asTyped(found.unit) : (typed ?? ""));
    if (units.length > (of === "unit" ? 1 : 0)) by[of] = narrowing;
  }
  const { mayReceive } = choices;
  const fields = choices.fields.map(
    ({ code, name, parent }) => [code, parent ? `${parent} › ${name}` : name] as const,
  );
  return { codes, by, fields, mayReceive, unclear };
}

const narrowingBy = (units: readonly UnitChoice[], typed: string): Narrowing =>
  units.length <= shownAtMost ? { choices: units } : { choices: null, typed };

type Found = {
  readonly unit: UnitChoice | null;
  readonly meant: readonly UnitChoice[];
  readonly more: boolean;
};

async function findUnit(by: Asker, of: NarrowingUnit, choices: Choices, typed: string): Promise<Found> {
  const code = codeIn(typed);
  const offered = choices[all[of]].find((unit) => unit.code === code);
  const unit = offered ?? (await anyUnitOf(by.db, by.actor, code, by.today));
  if (unit) return { unit, meant: [], more: false };
  const meant = meantBy(typed, await everyUnit(by, of, choices));
  if (meant.length === 1) return { unit: meant[0]!, meant, more: false };
  return { unit: null, meant: meant.slice(0, suggestedAtMost), more: meant.length > suggestedAtMost };
}

type Asker = { readonly db: Kysely<DB>; readonly actor: Actor; readonly today: string };
type Choices = Awaited<ReturnType<typeof listChoices>>;

/** Those in memory; where they were cut off there, all, for the one who types. */
async function everyUnit({ db, actor, today }: Asker, of: NarrowingUnit, choices: Choices) {
  const { units, [all[of]]: known, unit } = choices;
  if (known.length < choicesAtMost) return known;
  if (of === "unit") return readableUnits(db, actor, today, everyAtMost);
  const within = unit ?? units[0]!.code;
  return (of === "lead" ? agenciesOf : villagesOf)(db, within, today, everyAtMost);
}

/** A list can be narrowed by a unit that is offered no more: one that has ended, or lies elsewhere now. */
const anyUnitOf = remembered(
  async (db: Kysely<DB>, _actor: Actor, code: string, today: string): Promise<UnitChoice | null> => {
    const unit = (await unitsByCode(db, [code])).get(code);
    if (!unit) return null;
    const line = (await unitLines(db, [unit.id], today)).get(unit.id);
    return { code, name: line?.name ?? code };
  },
);

/** The units to suggest while one types, as they are to stand in the field; a few, the best first. */
export async function suggestedUnits(
  db: Kysely<DB>,
  actor: Actor,
  { of, typed, unit }: { of: NarrowingUnit; typed: string; unit: string | undefined },
  today: string,
): Promise<readonly string[]> {
  const within = unit ? await anyUnitOf(db, actor, codeIn(unit), today) : null;
  const choices = await listChoices(db, actor, within?.code, today);
  const meant = meantBy(typed.slice(0, LONGEST), await everyUnit({ db, actor, today }, of, choices));
  return meant.slice(0, suggestedAtMost).map(asTyped);
}
