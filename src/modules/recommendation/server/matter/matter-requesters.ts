import type { ReadScope } from "#modules/organization/server/index.ts";
import type { DB } from "#db";
import { sql, type Kysely } from "kysely";
import type { Naming } from "../../matter.ts";
import { mergedInto } from "./recommendation.store.ts";
import { villageOfMatter, wordsShownIn } from "../sight/visibility.ts";

/** Someone who raised it; `name` is null where nobody is named, or the name is the secretariat's alone. */
export type RequesterLine = {
  readonly name: string | null;
  readonly naming: Naming;
  readonly villageName: string | null;
  /** The matter in which this person raised it. */
  readonly code: string;
  readonly receivedOn: string;
};

const whose = {
  unit: sql`r.unit_id`,
  village: sql`coalesce(q.village_id, r.village_id)`,
  day: sql`r.received_on`,
};

/** Everyone who raised a matter, those of the matters merged into it too as far as they are in sight. */
export async function requestersOf(
  db: Kysely<DB>,
  scope: ReadScope,
  matterId: string,
  namesKnown: boolean,
  today: string,
): Promise<{ requesters: RequesterLine[]; raisedTimes: number }> {
  const ids = [matterId, ...(await mergedInto(db, matterId))];
  const { rows } = await sql<RequesterLine & { withheld: boolean | null }>`
    select q.name, q.name = any(r.withheld_names) as withheld, r.naming, r.code, r.received_on as "receivedOn",
      ${villageOfMatter(whose)} as "villageName"
    from recommendation r join unit u on u.id = r.unit_id join requester q on q.recommendation_id = r.id
    where r.id = any(${ids}::uuid[]) and ${wordsShownIn(scope, today)} order by r.received_on, r.id, q.position`.execute(
    db,
  );
  const requesters = rows.map(({ withheld, ...row }) =>
    namesKnown || (row.naming === "named" && !withheld) ? row : { ...row, name: null },
  );
  return { requesters, raisedTimes: ids.length };
}
