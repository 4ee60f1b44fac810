import type { DB } from "#db";
import type { ReadScope } from "#modules/organization/server/index.ts";
import { unitName } from "#modules/organization/server/index.ts";
import { sql, type Kysely, type RawBuilder } from "kysely";
import type { Status } from "../../status-transitions.ts";
import { mergedInto } from "./recommendation.store.ts";
import { openableIn, presentMatters, wordsShownIn } from "../sight/visibility.ts";

/** Another matter that this one hangs together with; `readable` says whether its page opens to the actor. */
export type LinkedMatter = {
  readonly code: string;
  readonly unitName: string;
  readonly receivedOn: string;
  /** Null where it is out of sight for this reader; of what one may not open at all, a hold there is not told. */
  readonly status: Status | null;
  readonly readable: boolean;
};

export type MatterLinks = {
  /** The matter below that was passed upward into this one. */
  readonly parent: LinkedMatter | null;
  /** The matter above that this one became when it was passed upward; of several the last. */
  readonly child: LinkedMatter | null;
  /** All that came of it above, the earliest first: its own and those of what was merged into it. */
  readonly children: readonly LinkedMatter[];
  /** The matter in which it goes on, through however many merges. */
  readonly mergedInto: LinkedMatter | null;
  /** Whatever goes on in it, at any remove. */
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
  const group = [matterId, ...(await mergedInto(db, matterId))];
  const children = await linked(sql`r.forwarded_from_id = any(${group}::uuid[])`);
  const [into] = await linked(
    sql`r.id = (select goes_on_id from present_matter where recommendation_id = ${matterId}) and r.id <> ${matterId}`,
  );
  const from = await linked(sql`r.id = any(${group}::uuid[]) and r.id <> ${matterId}`);
  return {
    parent: parent ?? null,
    child: children.at(-1) ?? null,
    children,
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
      case when ${wordsShownIn(scope, today)}
        or (p.hidden = 'held' and not coalesce(${openableIn(scope, today)}, false)) then p.status end as status,
      coalesce(${openableIn(scope, today)}, false) as readable
    from ${presentMatters} where ${condition} order by r.received_on, r.id`.execute(db);
  return rows;
}
