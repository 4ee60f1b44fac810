import type { DB } from "#db";
import { isManned } from "#modules/organization/server/index.ts";
import { sql, type Kysely } from "kysely";
import { rulingCapacities } from "../../who-answers-above.ts";

/** A matter above that is open, and the unit in whose register it is. */
type OpenAbove = { readonly id: string; readonly code: string; readonly unitId: string };

/**
 * What units above still owe an answer to some matters, or to what was merged into them: where what they became there goes
 * on, not having been routed out; the latest first.
 */
export async function openAbove(db: Kysely<DB>, matterIds: readonly string[]): Promise<OpenAbove[]> {
  const { rows } = await sql<OpenAbove>`
    with recursive asked as (
      select id from unnest(${[...matterIds]}::uuid[]) as given(id)
      union
      select m.id from asked cross join lateral present_merged_into(asked.id) m)
    select there.recommendation_id as id, goes_on.code, child.unit_id as "unitId" from asked
    join recommendation child on child.forwarded_from_id = asked.id
    join present_matter p on p.recommendation_id = child.id
    join present_matter there on there.recommendation_id = p.goes_on_id
    join recommendation goes_on on goes_on.id = there.recommendation_id
    where there.is_open order by child.recorded_at desc, child.id desc`.execute(db);
  return rows;
}

/** The unit that owes an answer, of several the last; null where nobody does. */
export async function unitAnsweringAbove(
  db: Kysely<DB>,
  matterIds: readonly string[],
): Promise<string | null> {
  const [last] = await openAbove(db, matterIds);
  return last?.unitId ?? null;
}

/**
 * Whether a unit above still has the matter in the system and somebody could answer there on a day, so that its answer comes down by
 * itself. Where nobody could its reply comes on paper.
 */
export async function isAnsweredAbove(db: Kysely<DB>, matterId: string, today: string): Promise<boolean> {
  const above = await unitAnsweringAbove(db, [matterId]);
  return above !== null && isManned(db, above, today, rulingCapacities);
}
