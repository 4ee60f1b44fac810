import type { Actor } from "#kernel/actor.ts";
import { isRealDay } from "#kernel/input.ts";
import { Problem } from "#kernel/problem.ts";
import type { DB } from "#db";
import { sql, type Kysely } from "kysely";
import { organizationProblems as problems } from "../problems.ts";
import { anyUnit, liesBelow } from "./lies-below.ts";
import { readScope } from "./read-scope.ts";
import { unitByCode } from "./unit.store.ts";

type Days = {
  /** The first day that is asked about; the same as `on` where one day is. */
  readonly from?: string;
  readonly on: string;
  readonly today: string;
};

/**
 * Whether all of a unit's register of some days may be read: the unit is that of one of the actor's posts, or lies below
 * it now or did on its own last day, or did on each of those days on which it was there. What came before a unit was
 * theirs, or after it moved away, is not for those whom it left.
 * @returns the unit as a place, for a reading of its register
 * @throws Problem `unit_not_found`, also for what the actor may not know of
 */
export async function mayReadUnit(
  db: Kysely<DB>,
  actor: Actor,
  code: string,
  { from, on, today }: Days,
): Promise<{ readonly unitId: string }> {
  const { everything, subtreeOf } = await readScope(db, actor);
  const unit = await unitByCode(db, code, "unit");
  const place = { unitId: unit.id };
  if (everything) return place;
  // What is no day is refused by whoever asks for that day.
  const last = isRealDay(on) ? on : today;
  const first = from !== undefined && isRealDay(from) && from < last ? from : last;
  const [above, id] = [anyUnit(subtreeOf), sql`${unit.id}::uuid`];
  const now = liesBelow({ unit: id, above, on: sql`${today}::date`, today });
  const allTheTime = sql<boolean>`(
    select range_agg(daterange(a.from_on, a.until_on, '[]'))
      @> daterange(least(greatest(${first}::date, u.from_on), ${last}::date), ${last}::date, '[]')
    from unit u join unit_ancestry a on a.descendant_id = u.id and a.ancestor_id = ${above}
    where u.id = ${id} group by u.id)`;
  const { rows } = await sql<{
    lies: boolean;
  }>`select coalesce(${now} or ${allTheTime}, false) as lies`.execute(db);
  if (!rows[0]!.lies) throw new Problem(problems.unit_not_found, { values: { code }, field: "unit" });
  return place;
}
