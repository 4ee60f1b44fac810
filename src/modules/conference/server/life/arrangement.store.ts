import type { DB } from "#db";
import { endOfDayInVietnam } from "#kernel/clock.ts";
import { sql, type Kysely, type Transaction } from "kysely";
import type { Form } from "../../conference.ts";
import type { AgendaItem } from "../agenda/read-agenda-items.ts";
import type { Chair } from "./conference.store.ts";

/** What was arranged for a conference to come, by the end of a day. */
export type Arrangement = {
  readonly form: Form;
  readonly heldOn: string;
  readonly startsAt: string | null;
  readonly place: string | null;
  readonly topic: string | null;
  readonly collectUntil: string | null;
  readonly legalBases: readonly string[];
  readonly chairs: readonly Chair[];
  readonly agenda: readonly AgendaItem[];
};

/** Keeps what a conference says until now, before anything of it is written over; one that was held says what happened. */
export async function keepArrangement(
  trx: Transaction<DB>,
  conferenceId: string,
  now: Temporal.Instant,
): Promise<void> {
  await sql`
    insert into conference_arrangement (conference_id, version, form, held_on, starts_at, place, topic, collect_until,
      legal_bases, chairs, agenda, superseded_at)
    select c.id, c.version, c.form, c.held_on, c.starts_at, c.place, c.topic, c.collect_until, c.legal_bases,
      coalesce((select jsonb_agg(jsonb_build_object('name', h.name, 'capacity', h.capacity, 'isHead', h.is_head,
          'substitutionReason', h.substitution_reason) order by h.position)
        from conference_chair h where h.conference_id = c.id), '[]'),
      coalesce((select jsonb_agg(jsonb_build_object('position', i.position, 'title', i.title, 'speaker', i.speaker,
          'minutes', i.minutes) order by i.position)
        from agenda_item i where i.conference_id = c.id), '[]'),
      ${now.toString()}
    from conference c where c.id = ${conferenceId}
      and c.held_recorded_at is null and c.called_off_recorded_at is null`.execute(trx);
}

/** How a conference stood by the end of a day, as far as that is another than it stands now. */
export type ArrangedThen = {
  /** Null where it says the same still, or was entered later: then it is what it says now. */
  readonly arrangement: Arrangement | null;
  readonly calledOff: boolean;
};

export async function arrangedBy(db: Kysely<DB>, conferenceId: string, day: string): Promise<ArrangedThen> {
  const then = endOfDayInVietnam(day).toString();
  const { rows } = await sql<ArrangedThen>`
    select c.called_off_recorded_at is not null and (c.called_off_recorded_at < ${then} or c.recorded_at >= ${then})
        as "calledOff",
      case when c.recorded_at < ${then} then (select jsonb_build_object('form', k.form, 'heldOn', k.held_on,
          'startsAt', k.starts_at, 'place', k.place, 'topic', k.topic, 'collectUntil', k.collect_until,
          'legalBases', k.legal_bases, 'chairs', k.chairs, 'agenda', k.agenda)
        from conference_arrangement k where k.conference_id = c.id and k.superseded_at >= ${then}
        order by k.version limit 1) end as arrangement
    from conference c where c.id = ${conferenceId}`.execute(db);
  return rows[0]!;
}
