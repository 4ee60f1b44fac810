import type { DB } from "#db";
import type { Actor } from "#kernel/actor.ts";
import { endOfDayInVietnam } from "#kernel/clock.ts";
import { whoWithout } from "#kernel/masking/who-without.ts";
import { toldOfConferences, type Told } from "#modules/recommendation/server/index.ts";
import { readScope } from "#modules/organization/server/index.ts";
import { nameOrder } from "#platform/server/database/name-order.ts";
import { sql, type Kysely } from "kysely";
import { ownInvitation, readableInvitation } from "../life/readable-conferences.ts";

export type DelegateLine = {
  readonly name: string;
  readonly title: string | null;
  readonly badge: string;
  readonly present: boolean;
};

/** Who was invited, and what they answered; the unit is called as on the day, with the commune that it lies in. */
export type InvitationLine = {
  readonly id: string;
  readonly unit: string | null;
  readonly kind: string | null;
  readonly name: string;
  readonly quota: number;
  readonly answer: "accepted" | "declined" | null;
  readonly answeredOn: string | null;
  readonly note: string | null;
  /** Grows with every answer. */
  readonly version: number;
  /** Whether it is the invitation of a unit that the reader stands for. */
  readonly own: boolean;
  readonly delegates: readonly DelegateLine[];
};

type Conference = { readonly id: string; readonly unitId: string; readonly heldOn: string };

/**
 * The invitations of a conference that the actor may read; a village and an agency read their own alone, and those of
 * the units that they carry on.
 * @param by only who was invited by the end of that day and for how many then; those of now where it is null
 */
export async function readInvitations(
  db: Kysely<DB>,
  actor: Actor,
  { id, unitId, heldOn }: Conference,
  today: string,
  by: string | null = null,
): Promise<InvitationLine[]> {
  const scope = await readScope(db, actor);
  const { standing, quota } = by === null ? now : invitedBy(endOfDayInVietnam(by).toString());
  const { rows } = await sql<InvitationLine>`
    select i.id, u.code as unit, u.kind, ${quota} as quota, i.answer, i.answered_on as "answeredOn", i.answer_note as note, i.version,
      coalesce(i.name, concat_ws(', ', coalesce(n.name, u.code), place.name)) as name,
      ${ownInvitation(scope)} as own,
      coalesce((select json_agg(json_build_object('name', d.name, 'title', d.title, 'badge', d.badge,
          'present', d.present_at is not null) order by d.id)
        from delegate d where d.invitation_id = i.id and d.withdrawn_at is null), '[]') as delegates
    from conference_invitation i join conference c on c.id = i.conference_id left join unit u on u.id = i.unit_id
    left join unit_name n on n.unit_id = u.id and ${heldOn}::date between n.from_on and n.until_on
    ${placeOf({ unitId, heldOn })}
    where i.conference_id = ${id} and ${standing} and ${readableInvitation(scope, today)}
    order by ${asTold}, ${nameOrder(sql`i.name`)}, i.id`.execute(db);
  const told = await toldOfConferences(db, actor, [id], today);
  return rows.map((line) => lineTold(line, (text) => told(id, text)));
}

const now = { standing: sql`i.withdrawn_at is null`, quota: sql`i.quota` };

const invitedBy = (then: string) => ({
  standing: sql`i.recorded_at < ${then} and (i.withdrawn_at is null or i.withdrawn_at >= ${then})`,
  quota: sql`coalesce((select q.quota from conference_invitation_quota q
    where q.invitation_id = i.id and q.superseded_at >= ${then} order by q.superseded_at limit 1), i.quota)`,
});

/** Who comes is called by name; what is said of them, and of the answer, is told without those not to be named. */
function lineTold(line: InvitationLine, told: Told): InvitationLine {
  const delegates = line.delegates.map((one) => ({ ...one, title: told(one.title) }));
  const name = line.unit === null ? whoWithout(line.name, told) : line.name;
  return { ...line, name, note: told(line.note), delegates };
}

/** Names of villages repeat: where a unit `u` lies in a unit between, as `place`. */
const placeOf = ({ unitId, heldOn }: Pick<Conference, "unitId" | "heldOn">) => sql`
    left join unit_parent lies on lies.unit_id = u.id and lies.parent_id <> ${unitId}
      and ${heldOn}::date between lies.from_on and lies.until_on
    left join unit_name place on place.unit_id = lies.parent_id
      and ${heldOn}::date between place.from_on and place.until_on`;

/** Villages first, commune by commune, numbers as one counts. */
const asTold = sql`array_position(array['village', 'agency', 'organisation'], u.kind) nulls last,
      ${nameOrder(sql`place.name`)} nulls first, ${nameOrder(sql`n.name`)}`;

export type Attendance = { readonly present: number; readonly named: number; readonly villages: number };

/** How many were let in at the door, and from how many villages; to propose when the conference is opened. */
export async function readAttendance(db: Kysely<DB>, conferenceId: string): Promise<Attendance> {
  const { rows } = await sql<Attendance>`
    select count(d.present_at)::int as present, count(*)::int as named,
      (count(distinct i.unit_id) filter (where u.kind = 'village' and d.present_at is not null))::int as villages
    from delegate d join conference_invitation i on i.id = d.invitation_id left join unit u on u.id = i.unit_id
    where d.conference_id = ${conferenceId} and d.withdrawn_at is null`.execute(db);
  return rows[0]!;
}

export type Invitable = { readonly code: string; readonly name: string; readonly kind: string };

/** Villages, agencies and organisations below the unit on the day that have no invitation yet. */
export async function invitableUnits(
  db: Kysely<DB>,
  { id, unitId, heldOn }: Conference,
): Promise<Invitable[]> {
  const { rows } = await sql<Invitable>`
    select u.code, concat_ws(', ', n.name, place.name) as name, u.kind from unit_ancestry a
    join unit u on u.id = a.descendant_id and u.kind in ('village', 'agency', 'organisation')
    join unit_name n on n.unit_id = u.id and ${heldOn}::date between n.from_on and n.until_on
    ${placeOf({ unitId, heldOn })}
    where a.ancestor_id = ${unitId} and a.depth > 0 and ${heldOn}::date between a.from_on and a.until_on
      and not exists (select from conference_invitation i
        where i.conference_id = ${id} and i.unit_id = u.id and i.withdrawn_at is null)
    order by ${asTold} limit 500`.execute(db);
  return rows;
}
