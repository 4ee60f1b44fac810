import type { DB } from "#db";
import { unitName } from "#modules/organization/server/index.ts";
import { outOfSight, presentMatters, toldWithout } from "#modules/recommendation/server/index.ts";
import type { Status } from "#modules/recommendation/status-transitions.ts";
import { sql, type Kysely } from "kysely";
import { mayStand } from "./propose-lines.ts";

export type MatterToAdd = {
  readonly code: string;
  readonly text: string;
  readonly status: Status;
  readonly leadName: string | null;
};

/** Matters of the conference that a draft could take in and has not; for those who may write the draft. */
export async function mattersToAdd(
  db: Kysely<DB>,
  { conference, id }: { readonly conference: string; readonly id: string },
  today: string,
): Promise<MatterToAdd[]> {
  const { rows } = await sql<MatterToAdd & { namesWithheld: string[] }>`
    select r.code, r.text, r.withheld_names as "namesWithheld", p.status, ${unitName(sql`p.lead_id`, sql`${today}::date`)} as "leadName"
    from ${presentMatters} where r.conference_id = ${conference} and r.taken_back_at is null
      and not ${outOfSight} and ${mayStand}
      and not exists (select from notice_line l where l.notice_id = ${id} and l.recommendation_id = r.id)
    order by r.code`.execute(db);
  return rows.map((row) => {
    const { text, ...rest } = toldWithout(row, ["text"]);
    return { ...rest, text: text.length > 300 ? `${text.slice(0, 299)}…` : text };
  });
}
