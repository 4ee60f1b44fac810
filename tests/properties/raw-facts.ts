import type { DB } from "#db";
import { endOfDayInVietnam } from "#kernel/clock.ts";
import { registerFile, type RegisterFile } from "#modules/register/register-file.ts";
import { sql, type Kysely } from "kysely";
import type { History } from "./history.ts";

/** A fact, with the first and the last moment at which it was known; `gone` is null where it still is. */
type Known = { readonly recorded: string; readonly gone: string | null };
type EventRow = Known & { readonly matter: string; readonly act: string; readonly on: string } & Record<
    "ruling" | "outcome" | "lead" | "due" | "to" | "into" | "by" | "raised_in" | "satisfied",
    unknown
  >;
type MatterRow = Known &
  Record<"id" | "ref" | "unit" | "channel" | "received" | "field", string> & {
    readonly forwardedFrom: string | null;
  };
type EarlierRow = Record<"matter" | "until" | "received" | "field", string>;
type EarlierConferenceRow = Record<"ref" | "form" | "held" | "until", string> & {
  attendances: number | null;
};
type ConferenceRow = Known &
  Record<"ref" | "unit" | "form" | "held", string> & { attendances: number | null };

export type RawFacts = {
  readonly units: History["units"];
  readonly successions: History["successions"];
  readonly matters: readonly MatterRow[];
  readonly events: readonly EventRow[];
  readonly earlier: readonly EarlierRow[];
  readonly conferences: readonly ConferenceRow[];
  readonly earlierConferences: readonly EarlierConferenceRow[];
};

const moment = (column: string) => sql`to_json(${sql.ref(column)})#>>'{}'`;

/** Whatever was written down under a province, row by row, as the tables of facts have it. */
export async function rawFacts(
  db: Kysely<DB>,
  { units, successions }: Pick<History, "units" | "successions">,
): Promise<RawFacts> {
  const here = sql`(select id from unit where code = any(${units.map(({ code }) => code)}::text[]))`;
  const matters = await sql<MatterRow>`
    select r.id, r.code as ref, u.code as unit, r.channel, r.received_on as received, r.field_code as field,
      below.code as "forwardedFrom", ${moment("r.recorded_at")} as recorded, ${moment("r.taken_back_at")} as gone
    from recommendation r join unit u on u.id = r.unit_id
    left join recommendation below on below.id = r.forwarded_from_id
    where r.unit_id in ${here} order by r.recorded_at, r.id`.execute(db);
  const ids = matters.rows.map(({ id }) => id);
  const events = await sql<EventRow>`
    select r.code as matter, e.act, e.on_date as on, e.ruling, e.outcome, lead.code as lead, e.due_on as due,
      coalesce(above.code, e.to_text) as to, into_.code as into, e.confirmed_by as by, e.satisfied,
      (select array_agg(said.code order by said.code) from recommendation said where said.id = any(e.raised_in)) as raised_in,
      ${moment("e.recorded_at")} as recorded, ${moment("a.recorded_at")} as gone
    from recommendation_event e join recommendation r on r.id = e.recommendation_id
    left join recommendation_annulment a on a.event_id = e.id
    left join unit lead on lead.id = e.lead_id left join unit above on above.id = e.to_unit_id
    left join recommendation into_ on into_.id = e.into_id
    where e.recommendation_id = any(${ids}::uuid[]) order by e.recommendation_id, e.sequence`.execute(db);
  const earlier = await sql<EarlierRow>`
    select r.code as matter, c.received_on as received, c.field_code as field, ${moment("c.recorded_at")} as until
    from recommendation_correction c join recommendation r on r.id = c.recommendation_id
    where r.id = any(${ids}::uuid[]) order by c.recommendation_id, c.version`.execute(db);
  const conferences = await sql<ConferenceRow>`
    select c.id as ref, u.code as unit, c.form, c.held_on as held, c.attendances,
      ${moment("c.recorded_at")} as recorded, null as gone
    from conference c join unit u on u.id = c.unit_id where c.unit_id in ${here}`.execute(db);
  const earlierConferences = await sql<EarlierConferenceRow>`
    select k.conference_id as ref, k.form, k.held_on as held, k.attendances, ${moment("k.superseded_at")} as until
    from conference_version k join conference c on c.id = k.conference_id
    where c.unit_id in ${here} order by k.conference_id, k.version`.execute(db);
  return {
    units,
    successions,
    matters: matters.rows,
    events: events.rows,
    earlier: earlier.rows,
    conferences: conferences.rows,
    earlierConferences: earlierConferences.rows,
  };
}

/** What had been written down, and not been taken back, by the end of a day; or by now. */
export function fileKnownOn(facts: RawFacts, day: string | null): RegisterFile {
  const end = day === null ? null : endOfDayInVietnam(day);
  const isAfter = (at: string) => end !== null && compare(at, end) >= 0;
  const known = ({ recorded, gone }: Known) => !isAfter(recorded) && (gone === null || isAfter(gone));
  const events = Map.groupBy(facts.events.filter(known), ({ matter }) => matter);
  return registerFile.parse({
    format: "doi-thoai/register@1",
    units: facts.units,
    successions: facts.successions,
    conferences: facts.conferences.filter(known).map(({ ref, unit, ...present }) => {
      const earlier = facts.earlierConferences.find((one) => one.ref === ref && isAfter(one.until));
      const { form, held, attendances } = earlier ?? present;
      return { ref, unit, form, held_on: held, attendances };
    }),
    recommendations: facts.matters.filter(known).map((matter) => {
      const said =
        facts.earlier.find(({ matter: of, until }) => of === matter.ref && isAfter(until)) ?? matter;
      return {
        ref: matter.ref,
        unit: matter.unit,
        channel: matter.channel,
        field: said.field,
        received_on: said.received,
        forwarded_from: matter.forwardedFrom,
        events: (events.get(matter.ref) ?? []).flatMap(eventInFile),
      };
    }),
  });
}

function compare(at: string, end: Temporal.Instant): number {
  return Temporal.Instant.compare(Temporal.Instant.from(at), end);
}

/** What each step says in a register; the others happen inside the office, and change no figure. */
const parts: Readonly<Record<string, readonly (keyof EventRow)[]>> = {
  rule: ["ruling", "due"],
  assign: ["lead", "due"],
  return: [],
  extend: ["due"],
  answer: ["outcome"],
  schedule: [],
  block: [],
  forward_up: ["to"],
  reply_from_above: ["outcome"],
  merge: ["into"],
  hold: [],
  release: [],
  route_out: ["to"],
  reject: [],
  confirm: ["by", "raised_in", "satisfied"],
  close: [],
  reopen: ["due"],
};

function eventInFile(event: EventRow): unknown[] {
  const told = parts[event.act];
  if (!told) return [];
  const given = told.map((part) => [part, event[part]] as const).filter(([, value]) => value !== null);
  return [{ act: event.act, on: event.on, ...Object.fromEntries(given) }];
}
