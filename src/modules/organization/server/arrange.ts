import { Problem } from "#kernel/problem.ts";
import type { DB } from "#db";
import { sql, type Kysely, type Transaction } from "kysely";
import { organizationProblems as problems } from "../problems.ts";
import type { SuccessionKind } from "../unit.ts";
import { successionWord } from "../words.ts";
import { applySuccession, endingUnits } from "./apply-succession.ts";
import { placeChildren, type ChildChoices } from "./place-children.ts";
import { refuseEndBeforeRecords } from "./records-after.ts";
import type { NewSuccession } from "./succession.store.ts";
import { childrenOn, isAbove, unitNameOn } from "./unit.store.ts";

type Kind = Exclude<SuccessionKind, "rename">;

/** How many units each kind of arrangement takes and leaves: at least, and at most. */
const sides: Record<
  Kind,
  { readonly from: readonly [number, number]; readonly to: readonly [number, number] }
> = {
  merge: { from: [1, Infinity], to: [1, 1] },
  split: { from: [1, 1], to: [2, Infinity] },
  partial: { from: [1, 1], to: [1, Infinity] },
  reparent: { from: [1, Infinity], to: [1, 1] },
  abolish: { from: [1, Infinity], to: [0, 0] },
};

export type Arrangement = NewSuccession & { readonly kind: Kind };

/** These end a unit without saying by themselves where goes what hung on it. */
const leavesBehind: ReadonlySet<string> = new Set(["split", "abolish"]);

/**
 * Carries out an arrangement of units, by id, that are there on the day before. Returns the succession's id.
 * @throws Problem `wrong_sides`, `under_itself`, `nothing_arranged`, `nothing_left_behind`, `children_left`, `records_after_end`
 */
export async function arrange(
  trx: Transaction<DB>,
  arrangement: Arrangement,
  choices: ChildChoices,
  { now, today }: { readonly now: Temporal.Instant; readonly today: string },
): Promise<string> {
  const { kind, on, from, to } = arrangement;
  refuseWrongSides(arrangement);
  if (kind === "reparent") await refuseSamePlace(trx, arrangement);
  const ending = endingUnits(arrangement);
  const places = kind === "abolish" ? await placesBeside(trx, from, on, today) : to;
  const placed =
    leavesBehind.has(kind) && ending.length > 0
      ? await placeChildren(trx, ending, on, choices, places)
      : refuseChoices(kind, choices);
  await refuseEndBeforeRecords(trx, [...ending, ...(placed?.ends ?? [])], on);
  return applySuccession(trx, arrangement, now, placed);
}

function refuseWrongSides({ kind, from, to }: Arrangement): void {
  const values = { kind: successionWord(kind, "vi"), kind_en: successionWord(kind, "en") };
  for (const [field, units] of [
    ["from", from],
    ["to", to],
  ] as const) {
    const [least, most] = sides[kind][field];
    if (units.length < least || units.length > most)
      throw new Problem(problems.wrong_sides, { field, values });
  }
  // Whoever only goes over into itself stays as it is.
  if ((kind === "merge" || kind === "partial") && from.length === 1 && to.length === 1 && from[0] === to[0])
    throw new Problem(problems.nothing_arranged, { field: "to" });
}

/** A unit that lies there already is not put there again, nor under one of its own. */
async function refuseSamePlace(trx: Transaction<DB>, { on, from, to }: Arrangement): Promise<void> {
  const above = await Promise.all(from.map((id) => id === to[0] || isAbove(trx, id, to[0]!, on)));
  if (above.includes(true)) throw new Problem(problems.under_itself, { field: "to" });
  const there = new Set(await childrenOn(trx, to, on));
  const [same] = from.filter((id) => there.has(id));
  if (same === undefined) return;
  const values = { name: await unitNameOn(trx, same, on) };
  throw new Problem(problems.already_there, { field: "from", values });
}

/** Where nothing is left behind nobody says where that goes: it would be read, and nothing done. */
function refuseChoices(kind: Kind, { children, all }: ChildChoices): undefined {
  if (children.length === 0 && all === undefined) return;
  const values = { kind: successionWord(kind, "vi"), kind_en: successionWord(kind, "en") };
  throw new Problem(problems.nothing_left_behind, {
    field: all === undefined ? "children" : "children_to",
    values,
  });
}

/** Where nothing takes a unit over: the nearest unit above all that end, and what else lies directly in it. */
async function placesBeside(trx: Transaction<DB>, from: readonly string[], on: string, today: string) {
  const aboveId = (await unitAbove(trx, from, today)) ?? from[0]!;
  return [aboveId, ...(await childrenOn(trx, [aboveId], on))].filter((id) => !from.includes(id));
}

/** The nearest unit above all of these today, or where each was last; null where nothing is above them all. */
export async function unitAbove(
  db: Kysely<DB>,
  unitIds: readonly string[],
  today: string,
): Promise<string | null> {
  const ids = [...new Set(unitIds)];
  const { rows } = await sql<{ id: string }>`
    select a.ancestor_id as id from unit_ancestry a join unit u on u.id = a.descendant_id
    where u.id = any(${ids}::uuid[]) and a.depth > 0
      and greatest(u.from_on, least(u.until_on, ${today}::date)) between a.from_on and a.until_on
    group by a.ancestor_id having count(distinct u.id) = ${ids.length}
    order by min(a.depth) limit 1`.execute(db);
  return rows[0]?.id ?? null;
}
