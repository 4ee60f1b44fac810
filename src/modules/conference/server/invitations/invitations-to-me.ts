import type { DB } from "#db";
import type { Actor } from "#kernel/actor.ts";
import { unitName, withPredecessors } from "#modules/organization/server/index.ts";
import { toldOfConferences } from "#modules/recommendation/server/index.ts";
import { sql, type Kysely } from "kysely";
import type { Form } from "../../conference.ts";
import { answering } from "../../permissions.ts";
import { conferenceUnit } from "../life/list-conferences.ts";

/** An invitation that waits for the word of whoever answers for the unit invited. */
export type InvitationToMe = {
  readonly id: string;
  readonly conferenceId: string;
  /** The unit invited, as it is called on the day. */
  readonly name: string;
  /** The unit that holds the conference. */
  readonly unitName: string;
  readonly form: Form;
  readonly heldOn: string;
  /** `HH:MM`; null where it is not known. */
  readonly startsAt: string | null;
  readonly place: string | null;
  readonly topic: string | null;
  readonly quota: number;
  readonly daysLeft: number;
};

/** What nobody has answered yet of the invitations to conferences to come that the actor answers for, the nearest day first. */
export async function invitationsToMe(
  db: Kysely<DB>,
  actor: Actor,
  today: string,
): Promise<InvitationToMe[]> {
  const posts = actor.kind === "person" ? actor.posts : [];
  const units = posts.filter(({ capacity }) => answering.includes(capacity)).map(({ unitId }) => unitId);
  if (units.length === 0) return [];
  const { rows } = await sql<InvitationToMe>`
    select i.id, c.id as "conferenceId", ${unitName(sql`i.unit_id`, sql`c.held_on`)} as name,
      ${conferenceUnit} as "unitName", c.form, c.held_on as "heldOn", c.starts_at as "startsAt", c.place, c.topic,
      i.quota, c.held_on - ${today}::date as "daysLeft"
    from conference_invitation i join conference c on c.id = i.conference_id join unit u on u.id = c.unit_id
    where i.unit_id = any(${await withPredecessors(db, units)}::uuid[]) and i.withdrawn_at is null and i.answer is null
      and c.held_recorded_at is null and c.called_off_recorded_at is null and c.held_on >= ${today}::date
    order by c.held_on, i.id`.execute(db);
  if (rows.length === 0) return [];
  const told = await toldOfConferences(
    db,
    actor,
    [...new Set(rows.map(({ conferenceId }) => conferenceId))],
    today,
  );
  return rows.map((row) => ({
    ...row,
    place: told(row.conferenceId, row.place),
    topic: told(row.conferenceId, row.topic),
  }));
}
