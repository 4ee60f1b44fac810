import type { DB } from "#db";
import { Crossed } from "#platform/server/act/again-if-crossed.ts";
import { sql, type Transaction } from "kysely";
import { codesMeant } from "../../matter-code.ts";

/**
 * Locks some matters until the transaction ends, in the order of their ids, which is that of all who lock several: two who
 * come to the same ones from different sides wait for each other in one direction. What one may not know of is locked as well;
 * nothing is told of it, and the act is refused as before.
 */
export async function lockInOrder(trx: Transaction<DB>, codes: readonly string[]): Promise<void> {
  await sql`
    select from recommendation where code = any(${codes.flatMap(codesMeant)}::text[]) order by id for update`.execute(
    trx,
  );
}

/**
 * The same with all that an act to these matters may reach: what was merged into them or they go on in, and whatever below
 * waits for any of those, through each level to the first.
 * @throws Crossed where more belongs to them than before one waited: locked only now, it would be out of order
 */
export async function lockTogether(trx: Transaction<DB>, codes: readonly string[]): Promise<void> {
  const ids = await together(trx, codes);
  await sql`select from recommendation where id = any(${ids}::uuid[]) order by id for update`.execute(trx);
  const known = new Set(ids);
  if ((await together(trx, codes)).some((id) => !known.has(id))) throw new Crossed();
}

async function together(trx: Transaction<DB>, codes: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive together as (
      select id from recommendation where code = any(${codes.flatMap(codesMeant)}::text[])
      union
      select other.id from together cross join lateral (
        select m.id from present_merged_into(together.id) m
        union all select m.into_id from present_merges_of(together.id) m
        union all select p.id from passed_up_from(together.id) p) other)
    select id from together`.execute(trx);
  return rows.map(({ id }) => id);
}
