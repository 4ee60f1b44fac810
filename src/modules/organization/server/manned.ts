import type { DB } from "#db";
import type { Capacity } from "#kernel/actor.ts";
import { sql, type Kysely, type RawBuilder } from "kysely";

/**
 * Whether anybody holds a post of one of these capacities in a unit on a day, or in one that carries its work on, and can come in:
 * has taken up the link to an account that is not locked, or a program has a token of the post. Of others nothing can be waited for.
 */
export const mannedOn = (unit: RawBuilder<unknown>, day: string, capacities: readonly Capacity[]) =>
  sql<boolean>`exists (
  select from post where ${sql`${day}::date`} between post.from_on and post.until_on
    and post.capacity = any(${[...capacities]}::text[]) and ${canComeIn(sql`${day}::date`)}
    and (post.unit_id = ${unit} or post.unit_id in (
      select h.to_unit_id from handed_over_unit h where h.from_unit_id = ${unit})))`;

/** Of the holder of a row of `post`. */
function canComeIn(day: RawBuilder<unknown>) {
  return sql<boolean>`((exists (select from account_user u where u.person_id = post.person_id)
      or exists (select from api_token t where t.post_id = post.id and t.revoked_at is null and t.expires_at >= ${day}))
    and not exists (select from account_user u join account_lock l on l.user_id = u.id
      where u.person_id = post.person_id and l.until_at is null))`;
}

/** The same of one unit by its id. */
export async function isManned(
  db: Kysely<DB>,
  unitId: string,
  day: string,
  capacities: readonly Capacity[],
): Promise<boolean> {
  const { rows } = await sql<{ manned: boolean }>`
    select ${mannedOn(sql`${unitId}::uuid`, day, capacities)} as manned`.execute(db);
  return rows[0]!.manned;
}
