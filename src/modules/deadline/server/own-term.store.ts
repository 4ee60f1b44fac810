import type { DB } from "#db";
import { personIdOf, type Actor, type HeldPost } from "#kernel/actor.ts";
import { uuidv7 } from "#kernel/identifier.ts";
import { withHeirs } from "#modules/organization/server/index.ts";
import { sql, type Kysely, type Transaction } from "kysely";

/** So many days from the assignment. */
export type OwnTerm = { readonly amount: number; readonly unit: "calendar_day" | "working_day" };

/** The term that a unit, or the one that carries it on, gives where no rule does; null where it gives none. */
export async function ownTermOf(db: Kysely<DB>, unitId: string): Promise<OwnTerm | null> {
  const ids = await withHeirs(db, [unitId]);
  const { rows } = await sql<OwnTerm>`
    select amount, term_unit as unit from own_term
    where unit_id = any(${ids}::uuid[]) and superseded_at = 'infinity' and amount is not null
    order by recorded_at desc limit 1`.execute(db);
  return rows[0] ?? null;
}

type Change = {
  readonly unitId: string;
  /** Null: the unit gives none. */
  readonly amount: number | null;
  readonly unit: OwnTerm["unit"];
  readonly now: Temporal.Instant;
  readonly actor: Actor;
  readonly post: HeldPost | null;
};

/** Puts a term in the place of the present one, which is kept. Two at once come one after the other. */
export async function replaceOwnTerm(trx: Transaction<DB>, change: Change): Promise<string> {
  const { unitId, amount, unit, now, actor, post } = change;
  const [id, recorded_at] = [uuidv7(now), now.toString()];
  await trx.selectFrom("unit").select("id").where("id", "=", unitId).forUpdate().execute();
  await sql`update own_term set superseded_at = ${recorded_at}
    where unit_id = ${unitId} and superseded_at = 'infinity'`.execute(trx);
  const recorded = { recorded_at, recorded_by: personIdOf(actor), recorded_in: post?.id ?? null };
  await trx
    .insertInto("own_term")
    .values({ id, unit_id: unitId, amount, term_unit: unit, ...recorded })
    .execute();
  return id;
}
