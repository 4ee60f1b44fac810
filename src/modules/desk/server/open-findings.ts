import type { DB } from "#db";
import type { ReadScope } from "#modules/organization/server/index.ts";
import { unitName } from "#modules/organization/server/index.ts";
import {
  beginningOf,
  latestFirst,
  namesWithheldIn,
  presentMatters,
  toldWithout,
  wordsWithout,
} from "#modules/recommendation/server/index.ts";
import { sql, type Kysely } from "kysely";

/** A matter that the Front found not to be settled, and that is still open. */
export type OpenFinding = {
  readonly code: string;
  readonly excerpt: string;
  readonly foundOn: string;
  /** What the Front found. */
  readonly found: string | null;
  readonly lead: string | null;
  readonly due: string | null;
};

/** What the Front found unsettled and nobody has settled since, of the matters with these ids, the oldest finding first. */
export async function openFindings(
  db: Kysely<DB>,
  scope: ReadScope,
  ids: readonly string[],
  today: string,
): Promise<OpenFinding[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<OpenFinding & { namesWithheld: string[] }>`
    select r.code, ${beginningOf(sql`r.text`, 240)} as excerpt, ${namesWithheldIn(scope, today)} as "namesWithheld", finding.on_date as "foundOn", finding.text as found, p.due_on as due,
      ${unitName(sql`p.lead_id`, sql`${today}::date`)} as lead
    from ${presentMatters}
    join lateral (select e.satisfied, e.on_date, e.text from standing_event e
      where e.recommendation_id = r.id and e.act = 'confirm' and e.confirmed_by = 'front'
      order by ${latestFirst("e")} limit 1) finding on not finding.satisfied
    where p.recommendation_id = any(${[...ids]}::uuid[]) order by p.found_on, p.recommendation_id`.execute(
    db,
  );
  return rows.map((row) =>
    toldWithout({ ...row, found: wordsWithout(row.found, row.namesWithheld) }, ["excerpt"], 240),
  );
}
