import type { DB } from "#db";
import { personIdOf, type Actor, type HeldPost } from "#kernel/actor.ts";
import { uuidv7 } from "#kernel/identifier.ts";
import { sql, type Kysely, type Transaction } from "kysely";
import type { Side } from "../document-model.ts";
import type { Office } from "../office.ts";

const present = sql<Date>`'infinity'`;

export type OfficeChange = {
  readonly unitId: string;
  readonly side: Side;
  readonly office: Office;
  readonly now: Temporal.Instant;
  readonly actor: Actor;
  readonly post: HeldPost | null;
};

/** The settings that an office gave itself last; null while there are none. */
export async function storedOffice(db: Kysely<DB>, unitId: string, side: Side): Promise<Office | null> {
  const row = await db
    .selectFrom("office_setting")
    .select("settings")
    .where("unit_id", "=", unitId)
    .where("side", "=", side)
    .where("superseded_at", "=", present)
    .executeTakeFirst();
  return (row?.settings as Office | undefined) ?? null;
}

/** Puts new settings in the place of the present ones, which are kept. Two at once come one after the other. */
export async function replaceOffice(trx: Transaction<DB>, change: OfficeChange): Promise<string> {
  const { unitId, side, office, now, actor, post } = change;
  const id = uuidv7(now);
  const recorded_at = now.toString();
  await trx.selectFrom("unit").select("id").where("id", "=", unitId).forUpdate().execute();
  await trx
    .updateTable("office_setting")
    .set({ superseded_at: recorded_at })
    .where("unit_id", "=", unitId)
    .where("side", "=", side)
    .where("superseded_at", "=", present)
    .execute();
  await trx
    .insertInto("office_setting")
    .values({
      id,
      unit_id: unitId,
      side,
      settings: JSON.stringify(office),
      recorded_at,
      recorded_by: personIdOf(actor),
      recorded_in: post?.id ?? null,
    })
    .execute();
  return id;
}
