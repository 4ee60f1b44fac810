import { Problem } from "#kernel/problem.ts";
import type { DB } from "#db";
import { sql, type Kysely, type Transaction } from "kysely";
import { organizationProblems as problems } from "../problems.ts";
import type { SuccessionKind } from "../unit.ts";
import { applySuccession, endingUnits } from "./apply-succession.ts";
import { placeChildren, type ChildChoices } from "./place-children.ts";
import { refuseEndBeforeRecords } from "./records-after.ts";
import type { NewSuccession } from "./succession.store.ts";
import { childrenOn } from "./unit.store.ts";

/** How many units each kind of arrangement takes and leaves. */
const fits: Record<Exclude<SuccessionKind, "rename">, (from: number, to: number) => boolean> = {
  merge: (from, to) => from >= 1 && to === 1,
  split: (from, to) => from === 1 && to >= 2,
  partial: (from, to) => from === 1 && to >= 1,
  reparent: (from, to) => from >= 1 && to === 1,
  abolish: (from, to) => from >= 1 && to === 0,
};

export type Arrangement = NewSuccession & { readonly kind: keyof typeof fits };

/** These end a unit without saying by themselves where goes what hung on it. */
const leavesBehind: ReadonlySet<string> = new Set(["split", "abolish"]);

/**
 * Carries out an arrangement of units, by id, that are there on the day before. Returns the succession's id.
 * @throws Problem `wrong_sides`, `under_itself`, `children_left`, `records_after_end`
 */
export async function arrange(
  trx: Transaction<DB>,
  arrangement: Arrangement,
  choices: ChildChoices,
  { now, today }: { readonly now: Temporal.Instant; readonly today: string },
): Promise<string> {
  const { kind, on, from, to } = arrangement;
  if (!fits[kind](from.length, to.length))
    throw new Problem(problems.wrong_sides, { field: "to", values: { kind } });
  if (kind === "reparent" && from.includes(to[0]!)) throw new Problem(problems.under_itself, { field: "to" });
  const places = kind === "abolish" ? await placesBeside(trx, from, on, today) : to;
  const placed = leavesBehind.has(kind)
    ? await placeChildren(trx, endingUnits(arrangement), on, choices, places)
    : undefined;
  await refuseEndBeforeRecords(trx, [...endingUnits(arrangement), ...(placed?.ends ?? [])], on);
  return applySuccession(trx, arrangement, now, placed);
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
