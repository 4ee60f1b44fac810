import type { DB } from "#db";
import type { Actor } from "#kernel/actor.ts";
import { readScope, unitName, type ReadScope } from "#modules/organization/server/index.ts";
import {
  namesWithheldIn,
  outOfSight,
  readableIn,
  toldWithout,
  wordsShownIn,
} from "#modules/recommendation/server/index.ts";
import { sql, type Kysely, type RawBuilder } from "kysely";

/** An answer asked of an agency before the day; the text once it was given. */
export type DraftRequestLine = {
  readonly id: string;
  readonly conferenceId: string;
  readonly conferenceOn: string;
  readonly code: string;
  readonly text: string;
  readonly agencyName: string;
  readonly dueOn: string;
  readonly daysLeft: number;
  readonly draft: string | null;
  /** Who wrote it for the agency. */
  readonly givenBy: string | null;
  readonly givenOn: string | null;
};

type Row = DraftRequestLine & { readonly namesWithheld: readonly string[] };

const columns = (
  scope: ReadScope,
  today: string,
) => sql`${namesWithheldIn(scope, today)} as "namesWithheld", d.id, d.conference_id as "conferenceId", c.held_on as "conferenceOn", r.code,
  r.text, ${unitName(sql`d.agency_id`, sql`${today}::date`)} as "agencyName", d.due_on as "dueOn",
  d.due_on - ${today}::date as "daysLeft", d.text as draft, (select full_name from person where id = d.given_by) as "givenBy",
  (d.given_at at time zone 'Asia/Ho_Chi_Minh')::date as "givenOn"`;
const tables = sql`draft_request d join conference c on c.id = d.conference_id
  join recommendation r on r.id = d.recommendation_id join unit u on u.id = r.unit_id`;

/** What was asked for a conference: for its unit all of it, for an agency what it was asked itself, for a village nothing. */
export function draftRequestsOf(
  db: Kysely<DB>,
  actor: Actor,
  conferenceId: string,
  today: string,
): Promise<DraftRequestLine[]> {
  return requestsWhere(db, actor, sql`d.conference_id = ${conferenceId}`, today);
}

/** An answer that was asked and has come. */
export type GivenDraft = DraftRequestLine & { readonly draft: string; readonly givenOn: string };

/** What agencies have answered beforehand, for whoever rules on it at the conference. */
export async function draftsGivenAt(
  db: Kysely<DB>,
  actor: Actor,
  conferenceId: string,
  today: string,
): Promise<GivenDraft[]> {
  return given(await draftRequestsOf(db, actor, conferenceId, today));
}

/** The same for one matter. */
export async function draftsGivenOn(
  db: Kysely<DB>,
  actor: Actor,
  code: string,
  today: string,
): Promise<GivenDraft[]> {
  return given(await requestsWhere(db, actor, sql`r.code = ${code}`, today));
}

function given(requests: readonly DraftRequestLine[]): GivenDraft[] {
  return requests.flatMap(({ draft, givenOn, ...request }) =>
    draft === null || givenOn === null ? [] : [{ ...request, draft, givenOn }],
  );
}

async function requestsWhere(
  db: Kysely<DB>,
  actor: Actor,
  which: RawBuilder<unknown>,
  today: string,
): Promise<DraftRequestLine[]> {
  const scope = { ...(await readScope(db, actor)), villages: [], assignedTo: [], runs: [] };
  const own = await agencies(db, actor);
  const { rows } = await sql<Row>`
    select ${columns(scope, today)} from ${tables}
    where ${which} and d.withdrawn_at is null and ${wordsShownIn(scope, today)}
      and (${readableIn(scope, today)} or d.agency_id = any(${own}::uuid[]))
    order by d.due_on, r.code, d.id`.execute(db);
  return rows.map((row) => toldWithout(row, ["text", "draft"]));
}

/** What the actor's agencies are asked and have time for: those not given first, the nearest date first. */
export async function draftRequestsToMe(
  db: Kysely<DB>,
  actor: Actor,
  today: string,
): Promise<DraftRequestLine[]> {
  const scope = await readScope(db, actor);
  const { rows } = await sql<Row>`
    select ${columns(scope, today)} from ${tables}
    where d.agency_id = any(${await agencies(db, actor)}::uuid[]) and d.withdrawn_at is null and not ${outOfSight}
      and c.called_off_recorded_at is null and c.held_on >= ${today}::date
    order by d.given_at is not null, d.due_on, r.code, d.id`.execute(db);
  return rows.map((row) => toldWithout(row, ["text", "draft"]));
}

async function agencies(db: Kysely<DB>, actor: Actor): Promise<string[]> {
  const { assignedTo, runs } = await readScope(db, actor);
  return [...assignedTo, ...runs];
}
