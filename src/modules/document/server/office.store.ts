import type { DB } from "#db";
import { personIdOf, type Actor, type HeldPost } from "#kernel/actor.ts";
import { uuidv7 } from "#kernel/identifier.ts";
import { sql, type Kysely, type Transaction } from "kysely";
import type { Side } from "../document-model.ts";
import type { Heads, OfficeUnit } from "../office-defaults.ts";
import type { Office } from "../office.ts";

/** How the unit was called, and who headed it, as known when its office set something. */
export type KnownThen = { readonly unit: OfficeUnit; readonly heads: Heads };

const present = sql<Date>`'infinity'`;

export type OfficeChange = {
  readonly unitId: string;
  readonly side: Side;
  readonly office: Office;
  readonly known: KnownThen;
  readonly now: Temporal.Instant;
  readonly actor: Actor;
  readonly post: HeldPost | null;
};

/**
 * The settings that an office had given itself by the end of a day, or the first that it gave later, with the day since
 * which they hold and what was known of the unit then; null while there are none. The terms of a committee are always those known last.
 */
export async function storedOffice(
  db: Kysely<DB>,
  unitId: string,
  side: Side,
  day: string,
): Promise<{ readonly office: Office; readonly since: string; readonly known: KnownThen | null } | null> {
  const rows = await db
    .selectFrom("office_setting")
    .select("settings")
    .select(sql<string>`(recorded_at at time zone 'Asia/Ho_Chi_Minh')::date`.as("since"))
    .where("unit_id", "=", unitId)
    .where("side", "=", side)
    .orderBy("recorded_at")
    .execute();
  const held = rows.findLast(({ since }) => since <= day) ?? rows[0];
  if (!held) return null;
  const { terms } = rows.at(-1)!.settings as unknown as Office;
  const { known = null, ...office } = held.settings as unknown as Office & { known?: KnownThen };
  return { office: { ...office, terms }, since: held.since, known };
}

/** Puts new settings in the place of the present ones, which are kept. Two at once come one after the other. */
export async function replaceOffice(trx: Transaction<DB>, change: OfficeChange): Promise<string> {
  const { unitId, side, office, known, now, actor, post } = change;
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
      settings: JSON.stringify({ ...office, known }),
      recorded_at,
      recorded_by: personIdOf(actor),
      recorded_in: post?.id ?? null,
    })
    .execute();
  return id;
}
