import type { DB } from "#db";
import type { ReadScope } from "#modules/organization/server/index.ts";
import { unitName } from "#modules/organization/server/index.ts";
import {
  beginningOf,
  latestFirst,
  namesWithheldIn,
  outOfSight,
  readableIn,
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

const mostListed = 10;

/** What the Front found unsettled and nobody has settled since, the oldest finding first; at most ten. */
export async function openFindings(db: Kysely<DB>, scope: ReadScope, today: string): Promise<OpenFinding[]> {
  const lies = readableIn({ ...scope, assignedTo: [], runs: [], villages: [] }, today);
  const { rows } = await sql<OpenFinding & { namesWithheld: string[] }>`
    select r.code, ${beginningOf(sql`r.text`, 240)} as excerpt, ${namesWithheldIn(scope, today)} as "namesWithheld", finding.on_date as "foundOn", finding.text as found, p.due_on as due,
      ${unitName(sql`p.lead_id`, sql`${today}::date`)} as lead
    from state_period p join recommendation r on r.id = p.recommendation_id join unit u on u.id = r.unit_id
    join lateral (select e.satisfied, e.on_date, e.text from standing_event e
      where e.recommendation_id = r.id and e.act = 'confirm' and e.confirmed_by = 'front'
      order by ${latestFirst("e")} limit 1) finding on not finding.satisfied
    where p.superseded_at = 'infinity' and p.left_on = 'infinity' and p.is_open and ${lies} and not ${outOfSight}
    order by finding.on_date, r.code limit ${mostListed}`.execute(db);
  return rows.map((row) =>
    toldWithout({ ...row, found: wordsWithout(row.found, row.namesWithheld) }, ["excerpt"], 240),
  );
}
