import type { DB } from "#db";
import type { ReadScope } from "#modules/organization/server/index.ts";
import { unitName } from "#modules/organization/server/index.ts";
import { sql, type Kysely, type RawBuilder } from "kysely";
import type { Status } from "../status-transitions.ts";
import { latestFirst } from "./latest-first.ts";
import { presentMatters, readableIn, wordsShownIn } from "./visibility.ts";

/** Another matter that this one hangs together with; `readable` says whether its page opens to the actor. */
export type LinkedMatter = {
  readonly code: string;
  readonly unitName: string;
  readonly receivedOn: string;
  /** Null where it is out of sight for this reader. */
  readonly status: Status | null;
  readonly readable: boolean;
};

export type MatterLinks = {
  /** The matter below that was passed upward into this one. */
  readonly parent: LinkedMatter | null;
  /** The matter above that this one became when it was passed upward. */
  readonly child: LinkedMatter | null;
  readonly mergedInto: LinkedMatter | null;
  readonly mergedFrom: readonly LinkedMatter[];
};

export async function matterLinks(
  db: Kysely<DB>,
  scope: ReadScope,
  matterId: string,
  today: string,
): Promise<MatterLinks> {
  const linked = (condition: RawBuilder<unknown>) => linkedMatters(db, scope, condition, today);
  const [parent] = await linked(
    sql`r.id = (select forwarded_from_id from recommendation where id = ${matterId})`,
  );
  const children = await linked(sql`r.forwarded_from_id = ${matterId}`);
  const [into] = await linked(
    sql`r.id = (select e.into_id from standing_event e where e.recommendation_id = ${matterId} and e.act = 'merge'
      order by ${latestFirst("e")} limit 1)`,
  );
  const from = await linked(
    sql`r.id in (select recommendation_id from standing_event where into_id = ${matterId})`,
  );
  return {
    parent: parent ?? null,
    child: children.at(-1) ?? null,
    mergedInto: into ?? null,
    mergedFrom: from,
  };
}

async function linkedMatters(
  db: Kysely<DB>,
  scope: ReadScope,
  condition: RawBuilder<unknown>,
  today: string,
): Promise<LinkedMatter[]> {
  const { rows } = await sql<LinkedMatter>`
    select r.code, ${unitName(sql`r.unit_id`, sql`r.received_on`)} as "unitName", r.received_on as "receivedOn",
      case when ${wordsShownIn(scope, today)} then p.status end as status,
      coalesce(${readableIn(scope, today)}, false) as readable
    from ${presentMatters} where ${condition} order by r.received_on, r.id`.execute(db);
  return rows;
}
