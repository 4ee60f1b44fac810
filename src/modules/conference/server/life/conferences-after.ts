import type { DB } from "#db";
import type { Actor } from "#kernel/actor.ts";
import { isRealDay } from "#kernel/input.ts";
import { Problem } from "#kernel/problem.ts";
import { readScope, unitNarrowedTo } from "#modules/organization/server/index.ts";
import { toldOfConferences } from "#modules/recommendation/server/index.ts";
import { sql, type Kysely, type RawBuilder } from "kysely";
import type { Form, Life } from "../../conference.ts";
import { conferenceProblems as problems } from "../../problems.ts";
import { conferenceUnit } from "./list-conferences.ts";
import { life, readableConference, whereReadable } from "./readable-conferences.ts";

/** One conference of a list that is read part by part. */
export type ConferenceHead = {
  readonly id: string;
  readonly unit: string;
  readonly unitName: string;
  readonly form: Form;
  readonly heldOn: string;
  readonly startsAt: string | null;
  readonly life: Life;
  readonly topic: string | null;
  readonly attendances: number | null;
};

export type ConferencesAsked = {
  /** Code of a unit: its own conferences, without those below it. */
  readonly unit?: string;
  readonly from?: string;
  readonly to?: string;
  readonly form?: Form;
};

/**
 * Conferences that the actor may read, the latest first, `size` of them after the key that the part before gave.
 * @throws Problem `not_a_key`
 */
export async function conferencesAfter(
  db: Kysely<DB>,
  actor: Actor,
  { unit, from, to, form }: ConferencesAsked,
  { size, after, today }: { size: number; after?: string; today: string },
): Promise<{ conferences: ConferenceHead[]; next: string | null }> {
  if (unit) await unitNarrowedTo(db, actor, unit);
  const { rows } = await sql<ConferenceHead>`
    select c.id, u.code as unit, ${conferenceUnit} as "unitName", c.form, c.held_on as "heldOn",
      c.starts_at as "startsAt", ${life} as life, c.topic, c.attendances
    from conference c join unit u on u.id = c.unit_id
    where ${await whereReadable(db, actor)} and ${readableConference(await readScope(db, actor), today)} and ${beyond(after)}
      and c.held_on between ${from ?? "-infinity"}::date and ${to ?? "infinity"}::date
      and (${form ?? null}::text is null or c.form = ${form ?? null})
      and (${unit ?? null}::text is null or u.code = ${unit ?? null})
    order by c.held_on desc, c.id desc limit ${size + 1}`.execute(db);
  const page = rows.slice(0, size);
  const told = await toldOfConferences(
    db,
    actor,
    page.map(({ id }) => id),
    today,
  );
  const conferences = page.map((one) => ({ ...one, topic: told(one.id, one.topic) }));
  const last = rows.length > size ? conferences.at(-1) : undefined;
  return { conferences, next: last ? `${last.heldOn}~${last.id}` : null };
}

function beyond(after: string | undefined): RawBuilder<unknown> {
  if (after === undefined) return sql`true`;
  const [, day, id] = /^(\d{4}-\d\d-\d\d)~([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(after) ?? [];
  if (!day || !id || !isRealDay(day)) throw new Problem(problems.not_a_key, { field: "after" });
  return sql`(c.held_on, c.id) < (${day}::date, ${id}::uuid)`;
}
