import { matterCode, uuidv7 } from "#kernel/identifier.ts";
import { searchKey } from "#kernel/vietnamese-text.ts";
import type { DB } from "#db";
import { sql, type Kysely } from "kysely";

/** A matter to be planted: who has it, what it says, since when, and as what it stands. */
export type Planted = {
  readonly unitId: string;
  readonly rootUnitId: string;
  readonly receivedOn: string;
  readonly text: string;
  readonly status: "in_hand" | "closed" | "awaiting_ruling";
  readonly leadId?: string | null;
  readonly dueOn?: string | null;
};

/**
 * Writes many matters at once as the register holds them, each with its present state alone: for tests of how a nation's
 * matters are read, where thousands of acts would take minutes.
 */
export async function plantMatters(
  db: Kysely<DB>,
  matters: readonly Planted[],
  now: Temporal.Instant,
): Promise<void> {
  const rows = matters.map((matter, place) => {
    const code = matterCode("SO", 1990, place + 1);
    const open = matter.status !== "closed";
    return { ...matter, id: uuidv7(now), code, search: searchKey(`${code} ${matter.text}`), open };
  });
  for (let first = 0; first < rows.length; first += 2000) {
    const given = JSON.stringify(rows.slice(first, first + 2000));
    await db.transaction().execute(async (trx) => {
      await sql`
        insert into recommendation (id, code, unit_id, root_unit_id, channel, kind, field_code, received_on, text, search, recorded_at)
        select id, code, "unitId", "rootUnitId", 'reception', 'recommendation', 'giao_thong', "receivedOn", text, search, ${now.toString()}
        from jsonb_to_recordset(${given}::jsonb) as g(id uuid, code text, "unitId" uuid, "rootUnitId" uuid, "receivedOn" date, text text, search text)`.execute(
        trx,
      );
      await sql`
        insert into state_period (id, recommendation_id, ordinal, status, class, is_open, lead_id, due_on, entered_on, left_on, recorded_at)
        select gen_random_uuid(), id, 0, status, case status when 'closed' then 'done' else status end, open, "leadId", "dueOn", "receivedOn", 'infinity', ${now.toString()}
        from jsonb_to_recordset(${given}::jsonb) as g(id uuid, status text, open boolean, "leadId" uuid, "dueOn" date, "receivedOn" date)`.execute(
        trx,
      );
    });
  }
}
