import type { DB } from "#db";
import { unitName, withHeirs } from "#modules/organization/server/index.ts";
import { sql, type Kysely } from "kysely";
import { answering } from "../../permissions.ts";

/** Somebody who answers for an invited unit today. */
export type Contact = {
  readonly personId: string;
  readonly name: string;
  readonly phone: string | null;
  readonly email: string | null;
  /** Without an account no word on the screen is ever read, and no answer can be written. */
  readonly hasAccount: boolean;
};

/** An invitation that nobody has answered; a guest who is no unit has nobody here who answers. */
export type Unanswered = {
  readonly invitationId: string;
  readonly name: string;
  readonly quota: number;
  /** The day on which the invitation was sent. */
  readonly invitedOn: string;
  readonly contacts: readonly Contact[];
};

/** How many invitations of a conference nobody has answered. */
export async function countUnanswered(db: Kysely<DB>, conferenceId: string): Promise<number> {
  const { count } = await db
    .selectFrom("conference_invitation")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("conference_id", "=", conferenceId)
    .where("withdrawn_at", "is", null)
    .where("answer", "is", null)
    .executeTakeFirstOrThrow();
  return Number(count);
}

type Waiting = Omit<Unanswered, "contacts"> & { readonly unitId: string | null; readonly ended: boolean };

/** The invitations of a conference that nobody has answered, each with those who could; for its office alone. */
export async function unansweredInvitations(
  db: Kysely<DB>,
  conferenceId: string,
  today: string,
): Promise<Unanswered[]> {
  const { rows } = await sql<Waiting>`
    select i.id as "invitationId", i.unit_id as "unitId", i.quota, u.until_on < ${today}::date as ended,
      coalesce(i.name, ${unitName(sql`i.unit_id`, sql`c.held_on`)}, '') as name,
      (i.recorded_at at time zone 'Asia/Ho_Chi_Minh')::date as "invitedOn"
    from conference_invitation i join conference c on c.id = i.conference_id left join unit u on u.id = i.unit_id
    where i.conference_id = ${conferenceId} and i.withdrawn_at is null and i.answer is null
    order by i.id`.execute(db);
  const contacts = await contactsOf(db, rows, today);
  return rows.map(({ unitId, ended: _, ...row }) => ({
    ...row,
    contacts: unitId === null ? [] : (contacts.get(unitId) ?? []),
  }));
}

/** Those who answer for each unit; for one that has ended, its heirs. */
async function contactsOf(
  db: Kysely<DB>,
  waiting: readonly Waiting[],
  today: string,
): Promise<Map<string, Contact[]>> {
  const units = waiting.flatMap(({ unitId, ended }) => (unitId === null ? [] : [{ unitId, ended }]));
  const places = await Promise.all(
    units.map(async ({ unitId, ended }) =>
      (ended ? await withHeirs(db, [unitId]) : [unitId]).map((office) => ({ unitId, office })),
    ),
  );
  const pairs = places.flat();
  const { rows } = await sql<Contact & { unitId: string }>`
    select distinct place.unit_id as "unitId", p.id as "personId", p.full_name as name, p.phone, p.email,
      exists (select from account_user a where a.person_id = p.id) as "hasAccount"
    from unnest(${pairs.map(({ unitId }) => unitId)}::uuid[], ${pairs.map(({ office }) => office)}::uuid[])
      as place(unit_id, office_id)
    join post on post.unit_id = place.office_id and post.capacity = any(${[...answering]}::text[])
      and ${today}::date between post.from_on and post.until_on
    join person p on p.id = post.person_id
    order by 1, 3, 2`.execute(db);
  const byUnit = Map.groupBy(rows, ({ unitId }) => unitId);
  return new Map([...byUnit].map(([unit, people]) => [unit, people.map(({ unitId: _, ...each }) => each)]));
}

/** Conferences to come within so many days that wait for answers. */
export async function conferencesAwaitingAnswers(
  db: Kysely<DB>,
  today: string,
  within: number,
): Promise<{ id: string; unitId: string }[]> {
  const { rows } = await sql<{ id: string; unitId: string }>`
    select c.id, c.unit_id as "unitId" from conference c
    where c.held_recorded_at is null and c.called_off_recorded_at is null
      and c.held_on between ${today}::date and ${today}::date + ${within}::int
      and exists (select from conference_invitation i
        where i.conference_id = c.id and i.withdrawn_at is null and i.answer is null)
    order by c.id`.execute(db);
  return rows;
}
