import type { DB } from "#db";
import { daysAfter } from "#kernel/day-arithmetic.ts";
import { endOfDayInVietnam } from "#kernel/clock.ts";
import type { Actor } from "#kernel/actor.ts";
import type { PaperDay } from "#modules/document/paper-day.ts";
import { readScope, unitName, withPredecessorsBy } from "#modules/organization/server/index.ts";
import type { ReportClass } from "#modules/recommendation/matter.ts";
import {
  latestFirst,
  namesWithheldIn,
  presentMatters,
  readableIn,
  standings,
  toldWithout,
  unsettled,
  villageOfMatter,
  wordsShownIn,
} from "#modules/recommendation/server/index.ts";
import type { Standing } from "#modules/recommendation/standing.ts";
import type { Status } from "#modules/recommendation/status-transitions.ts";
import { sql, type Kysely, type RawBuilder } from "kysely";
import type { Form } from "../../conference.ts";
import { standingThen } from "./last-time-then.ts";

export type LastMatter = Standing & {
  readonly code: string;
  readonly text: string;
  readonly villageName: string | null;
  /** The matter in which it goes on, whose state and answer it has; null unless it was merged. */
  readonly goesOnIn: string | null;
  readonly status: Status;
  readonly class: ReportClass;
  readonly open: boolean;
  readonly leadName: string | null;
  readonly dueOn: string | null;
  readonly daysLeft: number | null;
  readonly answeredOn: string | null;
  /** What was answered, or ruled in the room; null where it was taken up again since. */
  readonly answer: string | null;
  /** Null where it did not come in at a conference. */
  readonly conferenceOn: string | null;
  readonly receivedOn: string;
  /** The people said no to what was answered, and nothing has happened since. */
  readonly unsettled: boolean;
};

export type PreviousConference = {
  readonly id: string;
  readonly heldOn: string;
  readonly unitName: string;
};

export type LastTime = {
  /**
   * The conferences whose matters are reported, the earliest first: its own since the last of its form, and those of each unit
   * that it carries on and did not carry on yet when that was held.
   */
  readonly previous: readonly PreviousConference[];
  readonly matters: readonly LastMatter[];
  /**
   * Still open from conferences before that one, or collected for one that was called off; and, however they came in, those
   * to which the people said no.
   */
  readonly carriedOver: readonly LastMatter[];
  readonly counts: Readonly<Partial<Record<ReportClass, number>>>;
  /** Matters in sight that are not this reader's; what is out of sight changes no number. */
  readonly hidden: number;
};

type Conference = {
  readonly id: string;
  readonly unitId: string;
  readonly heldOn: string;
  readonly form: Form;
};
type Row = LastMatter & {
  matterId: string;
  conferenceId: string | null;
  /** Of a conference that was held or called off. */
  past: boolean;
  shown: boolean;
  inSight: boolean;
  /** The matter in which it goes on, also where that one is out of sight: it is told once, whatever is told of where. */
  toldWith: string;
};
type Found = Omit<Row, keyof Standing>;
type Told = Found & { readonly namesWithheld: readonly string[] };

/**
 * The first item of a conference: what became of the matters of those before it in the same unit, or in a unit whose
 * work it carries on, since the last of its form: one held besides does not push the regular one out of sight. And what is
 * still open from all the earlier ones, or was answered and the people said no: those always, however they came in. Read from
 * the matters, never typed; of an earlier day as they stood at its end.
 */
export async function lastTime(
  db: Kysely<DB>,
  actor: Actor,
  { id, unitId, heldOn, form }: Conference,
  { day, today }: PaperDay,
): Promise<LastTime> {
  const units = await withPredecessorsBy(db, [unitId], day < heldOn ? day : heldOn);
  const before = day < heldOn ? daysAfter(day, 1) : heldOn;
  const previous = await previousOf(db, { id, unitId, units, heldOn: before, form });
  const reported = previous.map((conference) => conference.id);
  const scope = await readScope(db, actor);
  const past = pastBy(day);
  const { rows: found } = await sql<Told>`
    select r.id as "matterId", r.code, r.text, ${namesWithheldIn(scope, today)} as "namesWithheld", ${villageOfMatter({ unit: sql`r.unit_id`, village: sql`r.village_id`, day: sql`r.received_on` })} as "villageName", g.status, g.class,
      goes_on.code as "toldWith", case when goes_on.id <> r.id and g.hidden is null then goes_on.code end as "goesOnIn",
      g.is_open as open, ${unitName(sql`g.lead_id`, sql`${today}::date`)} as "leadName",
      g.due_on as "dueOn", case when g.class = 'in_hand' then g.due_on - ${today}::date end as "daysLeft",
      g.answered_on as "answeredOn", c.held_on as "conferenceOn", c.id as "conferenceId",
      r.received_on as "receivedOn", (not g.is_open and ${unsettled(sql`goes_on.id`)}) as unsettled,
      (select e.text from standing_event e where e.recommendation_id = goes_on.id
        and e.act in ('answer', 'reply_from_above', 'rule') order by ${latestFirst("e")} limit 1) as answer,
      ${past} as past,
      ${wordsShownIn(scope, today)} as "inSight", ${readableIn(scope, today)} as shown
    from ${presentMatters} join present_matter g on g.recommendation_id = p.goes_on_id
    join recommendation goes_on on goes_on.id = g.recommendation_id left join conference c on c.id = r.conference_id
    where r.id in (
        select m.id from conference held join recommendation m on m.conference_id = held.id
        where held.unit_id = any(${units}::uuid[]) and held.id <> ${id} and held.held_on <= ${heldOn}::date
        union
        select no.recommendation_id from recommendation_event no join recommendation m on m.id = no.recommendation_id
        where m.unit_id = any(${units}::uuid[]) and m.conference_id is null and no.act = 'confirm' and not no.satisfied)
      and (c.id = any(${reported}::uuid[]) or ${day < today} or (not g.is_open and ${unsettled(sql`goes_on.id`)}) or (g.is_open and ${past}))
    order by g.is_open, c.held_on desc, r.code`.execute(db);
  const isReported = ({ conferenceId }: Found) => conferenceId !== null && reported.includes(conferenceId);
  const inSight = found.filter((row) => row.inSight);
  const standing = day < today ? (await standingThen(db, inSight, day)).toSorted(openLast) : inSight;
  const rows = withoutTwice(
    standing.filter((row) => isReported(row) || row.unsettled || (row.open && row.past)),
  );
  const shown = await withStandings(
    db,
    rows.filter((row) => row.shown),
    day,
  );
  return {
    previous,
    matters: shown.filter(isReported),
    carriedOver: shown.filter((row) => !isReported(row)),
    counts: countsOf(shown.filter(isReported)),
    hidden: rows.length - shown.length,
  };
}

/** Whether a conference `c` was held by the end of a day, or called off. */
function pastBy(day: string): RawBuilder<boolean> {
  const then = endOfDayInVietnam(day).toString();
  return sql<boolean>`((c.held_recorded_at is not null and c.held_on <= ${day}::date) or coalesce(c.called_off_recorded_at < ${then}, false))`;
}

/** With all that belongs to its status; an answer is told no more once the matter was taken up again. */
async function withStandings(db: Kysely<DB>, rows: readonly Told[], day: string): Promise<Row[]> {
  const standingOf = await standings(
    db,
    rows.map(({ toldWith }) => toldWith),
    day,
  );
  return rows.map((row) => {
    const standing = standingOf(row.toldWith);
    const answer = standing.reopenedOn ? null : row.answer;
    return toldWithout({ ...row, ...standing, answer }, ["text", "answer", "blockedBecause", "passedTo"]);
  });
}

/** As the question orders them: what is open last, then the latest conference first, then by code. */
function openLast(one: Found, other: Found): number {
  const [day, otherDay] = [one.conferenceOn ?? "9", other.conferenceOn ?? "9"];
  if (one.open !== other.open) return one.open ? 1 : -1;
  if (day !== otherDay) return day > otherDay ? -1 : 1;
  return one.code < other.code ? -1 : 1;
}

type Asked = {
  readonly id: string;
  readonly unitId: string;
  readonly units: readonly string[];
  readonly heldOn: string;
  readonly form: Form;
};

async function previousOf(
  db: Kysely<DB>,
  { id, unitId, units, heldOn, form }: Asked,
): Promise<PreviousConference[]> {
  const { rows } = await sql<PreviousConference & { own: boolean; ofUnit: string }>`
    with before as (
      select c.id, c.unit_id, c.held_on, coalesce(
          max(c.held_on) filter (where c.form = ${form}) over (partition by c.unit_id),
          max(c.held_on) over (partition by c.unit_id)) as since
      from conference c where c.unit_id = any(${[...units]}::uuid[]) and c.id <> ${id}
        and c.held_recorded_at is not null and c.held_on < ${heldOn}::date)
    select id, held_on as "heldOn", unit_id as "ofUnit", unit_id = ${unitId}::uuid as own,
      ${unitName(sql`unit_id`, sql`held_on`)} as "unitName"
    from before where held_on >= since order by held_on, id`.execute(db);
  const [last] = rows.filter((row) => row.own);
  // What a unit brought along when it came to this one was reported at the first conference after that.
  const reported = last ? await withPredecessorsBy(db, [unitId], last.heldOn) : [];
  return rows
    .filter((row) => row.own || !reported.includes(row.ofUnit))
    .map(({ own: _own, ofUnit: _ofUnit, ...conference }) => conference);
}

/** What was merged into another of them is told with that one; into one that is not, by itself. */
function withoutTwice<One extends Found>(rows: readonly One[]): One[] {
  const told = new Set(rows.map(({ code }) => code));
  return rows.filter(({ code, toldWith }) => toldWith === code || !told.has(toldWith));
}

function countsOf(rows: readonly Found[]): LastTime["counts"] {
  const groups = Map.groupBy(rows, (row) => row.class);
  return Object.fromEntries([...groups].map(([name, some]) => [name, some.length]));
}
