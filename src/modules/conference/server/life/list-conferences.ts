import type { DB } from "#db";
import type { Actor } from "#kernel/actor.ts";
import { readScope, unitName, unitNarrowedTo } from "#modules/organization/server/index.ts";
import {
  outOfSightNow,
  raisedAtConference,
  readableOneByOne,
  toldOfConferences,
  wordsShownIn,
} from "#modules/recommendation/server/index.ts";
import { sql, type Kysely, type RawBuilder } from "kysely";
import type { Form, Life } from "../../conference.ts";
import { life, readableConference, whereReadable } from "./readable-conferences.ts";

/** One line of the list; the unit's name is the one it bore on the day of the conference. */
export type ConferenceLine = {
  readonly id: string;
  readonly unit: string;
  readonly unitName: string;
  readonly form: Form;
  /** The day it was held, or is to be. */
  readonly heldOn: string;
  /** `HH:MM`; null where it is not known. */
  readonly startsAt: string | null;
  readonly life: Life;
  readonly topic: string | null;
  readonly attendances: number | null;
  readonly turns: number;
  /** Of its matters in sight those that this reader may open, as the list of them has them. */
  readonly recommendations: number;
  /** Of these, and of what they go on in, those that are open. */
  readonly open: number;
  /** Those that are not this reader's. */
  readonly others: number;
};

export type ConferenceFilter = {
  readonly year?: number | null;
  readonly form?: Form | null;
  readonly life?: Life | null;
  /** Code of a unit: its own conferences, without those below it. */
  readonly unit?: string | null;
  /** Held, and without the Front's count of the ballots. */
  readonly ballot?: "missing" | null;
};

export type ConferencePage = { readonly lines: readonly ConferenceLine[]; readonly total: number };

export const CONFERENCES_A_PAGE = 20;

/** Conferences that the actor may read, the latest first; pages count from 1. */
export async function listConferences(
  db: Kysely<DB>,
  actor: Actor,
  filter: ConferenceFilter,
  today: string,
  page = 1,
  size = CONFERENCES_A_PAGE,
): Promise<ConferencePage> {
  if (filter.unit) await unitNarrowedTo(db, actor, filter.unit);
  const rows = await linesOf(
    db,
    actor,
    sql`select c.*, count(*) over () as total from conference c join unit u on u.id = c.unit_id
      where ${await readable(db, actor, today)} and ${matches(filter)}
      order by c.held_on desc, c.id desc limit ${size} offset ${(page - 1) * size}`,
    today,
  );
  return { lines: rows.map(({ total: _total, ...line }) => line), total: rows[0]?.total ?? 0 };
}

const livesSo = {
  held: sql`c.held_recorded_at is not null`,
  prepared: sql`c.held_recorded_at is null and c.called_off_recorded_at is null`,
} as const;

/** The latest of them that were held, or are prepared, so many; how many there are nobody counts. */
export async function latestConferences(
  db: Kysely<DB>,
  actor: Actor,
  lives: keyof typeof livesSo,
  today: string,
  size: number,
): Promise<ConferenceLine[]> {
  const rows = await linesOf(
    db,
    actor,
    sql`select c.*, 0 as total from conference c join unit u on u.id = c.unit_id
      where ${await whereReadable(db, actor)} and ${await readable(db, actor, today)} and ${livesSo[lives]}
      order by c.held_on desc, c.id desc limit ${size}`,
    today,
  );
  return rows.map(({ total: _total, ...line }) => line);
}

const readable = async (db: Kysely<DB>, actor: Actor, today: string) =>
  readableConference(await readScope(db, actor), today);

async function linesOf(db: Kysely<DB>, actor: Actor, found: RawBuilder<unknown>, today: string) {
  const scope = await readScope(db, actor);
  const { rows } = await sql<ConferenceLine & { total: number }>`
    with found as (${found})
    select c.id, u.code as unit, ${conferenceUnit} as "unitName", c.form, c.held_on as "heldOn",
      c.starts_at as "startsAt", ${life} as life, c.topic, c.attendances,
      (select count(*)::int from turn t where t.conference_id = c.id) as turns,
      matters.recommendations, matters.open, matters.others, c.total::int as total
    from found c join unit u on u.id = c.unit_id,
    lateral (select (count(*) filter (where known and there))::int as recommendations,
        (count(*) filter (where known and is_open))::int as open,
        (count(*) filter (where not known and there))::int as others
      from (select p.is_open, ${readableOneByOne(scope, today)} as known, ${raisedThere} as there
        from (select distinct recommendation_id as id from (${raisedAtConference(sql`c.id`)}) raised) raised
        join recommendation r on r.id = raised.id
        join unit u on u.id = r.unit_id join present_matter p on p.recommendation_id = r.id
        where ${wordsShownIn(scope, today, outOfSightNow)}) one) matters
    order by c.held_on desc, c.id desc`.execute(db);
  const told = await toldOfConferences(
    db,
    actor,
    rows.map(({ id }) => id),
    today,
  );
  return rows.map((line) => ({ ...line, topic: told(line.id, line.topic) }));
}

/** Whether a matter `r` was itself raised at a conference `c`. */
const raisedThere = sql<boolean>`(r.conference_id = c.id) is true`;

/** The years in which there are conferences to read, the latest first. */
export async function conferenceYears(db: Kysely<DB>, actor: Actor, today: string): Promise<number[]> {
  const readable = readableConference(await readScope(db, actor), today);
  const { rows } = await sql<{ year: number }>`
    select distinct extract(year from c.held_on)::int as year from conference c where ${readable}
    order by year desc`.execute(db);
  return rows.map(({ year }) => year);
}

/** What the unit of a conference `c` was called on its day. */
export const conferenceUnit = unitName(sql`c.unit_id`, sql`c.held_on`);

function matches({ year, form, unit, life: asked, ballot }: ConferenceFilter): RawBuilder<boolean> {
  const firstDay = year ? `${year}-01-01` : "-infinity";
  const lastDay = year ? `${year}-12-31` : "infinity";
  return sql`c.held_on between ${firstDay}::date and ${lastDay}::date
    and (${form ?? null}::text is null or c.form = ${form ?? null})
    and (${asked ?? null}::text is null or ${life} = ${asked ?? null})
    and (${unit ?? null}::text is null or u.code = ${unit ?? null})
    and (${ballot ?? null}::text is null or (c.held_recorded_at is not null
      and not exists (select from ballot b where b.conference_id = c.id)))`;
}
