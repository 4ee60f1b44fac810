import type { DB } from "#db";
import { unitName } from "#modules/organization/server/index.ts";
import { outOfSight, toldToAll } from "#modules/recommendation/server/index.ts";
import { sql, type Kysely } from "kysely";
import type { Form, Life } from "../conference.ts";
import { conferenceUnit } from "./life/list-conferences.ts";
import { life } from "./life/readable-conferences.ts";

// What a word to others says, read when it is passed on: by then it may be out of date, and is not given.

export type ToldConference = {
  readonly id: string;
  readonly unitName: string;
  readonly form: Form;
  readonly heldOn: string;
  readonly startsAt: string | null;
  readonly place: string | null;
  readonly life: Life;
  readonly calledOffReason: string | null;
};

export async function toldConference(db: Kysely<DB>, id: string): Promise<ToldConference> {
  const { rows } = await sql<ToldConference>`
    select c.id, ${conferenceUnit} as "unitName", c.form, c.held_on as "heldOn", c.starts_at as "startsAt", c.place,
      ${life} as life, c.called_off_reason as "calledOffReason"
    from conference c join unit u on u.id = c.unit_id where c.id = ${id}`.execute(db);
  const conference = rows[0]!;
  const told = await toldToAll(db, [id]);
  const [place, calledOffReason] = [told(id, conference.place), told(id, conference.calledOffReason)];
  return { ...conference, place, calledOffReason };
}

/** A unit that has an invitation, or had one. Guests who are no unit have no place where they could be told. */
export type InvitedUnit = {
  readonly invitationId: string;
  readonly unitId: string;
  readonly quota: number;
  readonly withdrawn: boolean;
};

export async function invitedUnits(db: Kysely<DB>, conferenceId: string): Promise<InvitedUnit[]> {
  const { rows } = await sql<InvitedUnit>`
    select i.id as "invitationId", i.unit_id as "unitId", i.quota, i.withdrawn_at is not null as withdrawn
    from conference_invitation i where i.conference_id = ${conferenceId} and i.unit_id is not null
    order by i.id`.execute(db);
  return rows;
}

/** Agencies that were asked for a draft answer and still are. */
export async function askedAgencies(db: Kysely<DB>, conferenceId: string): Promise<string[]> {
  const rows = await db
    .selectFrom("draft_request")
    .select("agency_id as agencyId")
    .distinct()
    .where("conference_id", "=", conferenceId)
    .where("withdrawn_at", "is", null)
    .execute();
  return rows.map(({ agencyId }) => agencyId);
}

export type ToldDraft = {
  readonly requestId: string;
  readonly conferenceId: string;
  readonly conferenceOn: string;
  /** The unit that holds the conference, and asked. */
  readonly unitId: string;
  readonly recommendationId: string;
  readonly code: string;
  readonly agencyId: string;
  readonly agency: string;
  readonly askedOn: string;
  readonly due: string;
  readonly given: boolean;
  readonly withdrawn: boolean;
};

/** A request for a draft; none where its matter has been put out of sight meanwhile, or its conference called off. */
export async function toldDraft(db: Kysely<DB>, id: string, today: string): Promise<ToldDraft | undefined> {
  return (await draftsWhere(db, sql`d.id = ${id}`, today))[0];
}

/** What agencies still owe for conferences to come, the nearest date first. */
export function owedDrafts(db: Kysely<DB>, today: string): Promise<ToldDraft[]> {
  const owed = sql`d.given_at is null and d.withdrawn_at is null and c.held_recorded_at is null
    and c.held_on >= ${today}::date`;
  return draftsWhere(db, owed, today);
}

async function draftsWhere(
  db: Kysely<DB>,
  which: ReturnType<typeof sql>,
  today: string,
): Promise<ToldDraft[]> {
  const { rows } = await sql<ToldDraft>`
    select d.id as "requestId", c.id as "conferenceId", c.held_on as "conferenceOn", c.unit_id as "unitId",
      r.id as "recommendationId", r.code, d.agency_id as "agencyId", d.due_on as due,
      ${unitName(sql`d.agency_id`, sql`${today}::date`)} as agency,
      (d.recorded_at at time zone 'Asia/Ho_Chi_Minh')::date as "askedOn",
      d.given_at is not null as given, d.withdrawn_at is not null as withdrawn
    from draft_request d join conference c on c.id = d.conference_id
    join recommendation r on r.id = d.recommendation_id
    where ${which} and c.called_off_recorded_at is null and not ${outOfSight}
    order by d.due_on, d.id`.execute(db);
  return rows;
}
