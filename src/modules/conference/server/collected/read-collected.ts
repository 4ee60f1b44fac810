import type { DB } from "#db";
import type { Actor } from "#kernel/actor.ts";
import type { PaperDay } from "#modules/document/paper-day.ts";
import { readScope } from "#modules/organization/server/index.ts";
import type { Kind } from "#modules/recommendation/matter.ts";
import {
  beginningOf,
  fieldNameOn,
  namesWithheldIn,
  presentMatters,
  readableIn,
  toldKeys,
  toldWithout,
  villageOfMatter,
  wordsShownIn,
} from "#modules/recommendation/server/index.ts";
import type { Status } from "#modules/recommendation/status-transitions.ts";
import { nameOrder } from "#platform/server/database/name-order.ts";
import { sql, type Kysely } from "kysely";

/** A matter like one that was collected, raised earlier in the same unit and the same main field. */
export type EarlierMatter = {
  readonly code: string;
  readonly excerpt: string;
  readonly receivedOn: string;
  readonly status: Status;
};

export type CollectedMatter = {
  readonly id: string;
  readonly code: string;
  readonly text: string;
  readonly kind: Kind;
  readonly villageName: string | null;
  readonly receivedOn: string;
  readonly status: Status;
  /** It came in after the last day of collecting. */
  readonly late: boolean;
  readonly earlier: readonly EarlierMatter[];
};

/** What was collected in one field, with how many villages ask it: a paragraph of the synthesis. */
export type CollectedField = {
  readonly code: string;
  readonly name: string;
  readonly villages: number;
  readonly matters: readonly CollectedMatter[];
};

const likeEnough = 0.3;
const shownEarlier = 3;

type Conference = { readonly id: string; readonly unitId: string; readonly collectUntil: string | null };
type Told = { readonly namesWithheld: readonly string[] };
type Row = Omit<CollectedMatter, "earlier"> &
  Told & { field: string; fieldName: string; earlier: readonly (EarlierMatter & Told)[] };

/** What was collected for a conference by the end of a day, by field, as far as the actor may read it. */
export async function readCollected(
  db: Kysely<DB>,
  actor: Actor,
  { id, unitId, collectUntil }: Conference,
  { day, today }: PaperDay,
): Promise<CollectedField[]> {
  const scope = await readScope(db, actor);
  const readable = sql`${readableIn(scope, today)} and ${wordsShownIn(scope, today)}`;
  const key = await toldKeys(db, sql<boolean>`r.unit_id = ${unitId} and ${readable}`, scope, today);
  const { rows } = await sql<Row>`
    with mine as (
      select r.id, r.code, r.text, ${namesWithheldIn(scope, today)} as withheld, ${key} as search, r.kind, r.received_on, r.field_code, p.status,
        coalesce(r.received_on > ${collectUntil}::date, false) as late,
        ${villageOfMatter({ unit: sql`r.unit_id`, village: sql`r.village_id`, day: sql`r.received_on` })} as village
      from ${presentMatters}
      where r.conference_id = ${id} and r.channel = 'collected_beforehand' and r.received_on <= ${day}::date and ${readable})
    select mine.id, mine.code, mine.text, mine.withheld as "namesWithheld", mine.kind, mine.village as "villageName",
      mine.received_on as "receivedOn", mine.status, mine.late, coalesce(above.code, f.code) as field,
      case when above.code is null then ${fieldNameOn("f", day)} else ${fieldNameOn("above", day)} end as "fieldName",
      coalesce((select json_agg(found) from (
        select r.code, ${beginningOf(sql`r.text`, 200)} as excerpt, ${namesWithheldIn(scope, today)} as "namesWithheld", r.received_on as "receivedOn", p.status
        from ${presentMatters} join field same on same.code = r.field_code
        where r.unit_id = ${unitId} and r.conference_id is distinct from ${id}
          and coalesce(same.parent_code, same.code) = coalesce(f.parent_code, f.code)
          and r.received_on <= mine.received_on and ${readable}
          and similarity(${key}, mine.search) >= ${likeEnough}
        order by similarity(${key}, mine.search) desc, r.id limit ${shownEarlier}) found), '[]') as earlier
    from mine join field f on f.code = mine.field_code left join field above on above.code = f.parent_code
    order by coalesce(above.position, f.position), ${nameOrder(sql`mine.village`)} nulls last, mine.code`.execute(
    db,
  );
  return [...Map.groupBy(rows, ({ field }) => field)].map(([code, some]) => ({
    code,
    name: some[0]!.fieldName,
    villages: new Set(some.map(({ villageName }) => villageName).filter((name) => name !== null)).size,
    matters: some.map(({ field: _field, fieldName: _name, earlier, ...matter }) => ({
      ...toldWithout(matter, ["text"]),
      earlier: earlier.map((one) => toldWithout(one, ["excerpt"], 200)),
    })),
  }));
}
