import { uuidv7 } from "#kernel/identifier.ts";
import type { DB, RecommendationEvent } from "#db";
import {
  sql,
  type Insertable,
  type Kysely,
  type RawBuilder,
  type Selectable,
  type Transaction,
} from "kysely";
import type { Coordinator, MatterEvent } from "../../matter.ts";
import type { Confirmer, Move, Outcome, Ruling } from "../../status-transitions.ts";
import { rowsInserted } from "#platform/server/database/rows-inserted.ts";
import { belongsNow } from "./unsettled.ts";

/** Who writes a fact down, and when. */
export type Recording = {
  readonly now: Temporal.Instant;
  readonly personId: string | null;
  readonly postId: string | null;
};

type Row = Selectable<RecommendationEvent> & {
  readonly former: string[] | null;
  readonly coordinators: Coordinator[] | null;
};

/** Those that help, in their order. */
const coordinators = sql<
  Coordinator[] | null
>`case when recommendation_event.act in ('assign', 'hand_over') then (
  select json_agg(json_build_object('unitId', c.unit_id, 'dutyOf', c.duty_of, 'duty', c.duty, 'dueOn', c.due_on) order by c.position)
  from event_coordinator c where c.event_id = recommendation_event.id) end`;

/** Those who spoke and whose word counts no more. */
const former = sql<
  string[] | null
>`case when recommendation_event.act = 'confirm' and raised_in is not null then
  nullif(array(select speaker from unnest(raised_in) speaker
    where not ${belongsNow(sql`speaker`, sql`recommendation_event.recommendation_id`)}), '{}') end`;

/** Whether a row of `recommendation_event` still holds; the view `standing_event` asks the same. */
export const stands = sql<boolean>`not exists (
  select from recommendation_annulment a where a.event_id = recommendation_event.id)`;

/** The facts of matters that hold, each list by day, on one day in the order of entry. */
export async function eventsOf(
  db: Kysely<DB>,
  matterIds: readonly string[],
): Promise<Map<string, MatterEvent[]>> {
  return eventsWhere(db, matterIds, stands);
}

/** What was written down of matters and annulled afterwards. */
export async function annulledEventsOf(
  db: Kysely<DB>,
  matterIds: readonly string[],
): Promise<Map<string, MatterEvent[]>> {
  return eventsWhere(db, matterIds, sql<boolean>`not (${stands})`);
}

async function eventsWhere(
  db: Kysely<DB>,
  matterIds: readonly string[],
  condition: RawBuilder<boolean>,
): Promise<Map<string, MatterEvent[]>> {
  const rows = await db
    .selectFrom("recommendation_event")
    .selectAll()
    .select([former.as("former"), coordinators.as("coordinators")])
    .where("recommendation_id", "=", sql<string>`any(${[...matterIds]}::uuid[])`)
    .where(condition)
    .orderBy("recommendation_id")
    .orderBy("on_date")
    .orderBy("sequence")
    .execute();
  const events = Map.groupBy(rows, ({ recommendation_id }) => recommendation_id);
  return new Map([...events].map(([id, list]) => [id, list.map(eventFrom)]));
}

function eventFrom(row: Row): MatterEvent {
  return {
    id: row.id,
    act: row.act as Move,
    on: row.on_date,
    ruling: row.ruling as Ruling | null,
    outcome: row.outcome as Outcome | null,
    leadId: row.lead_id,
    coordinators: row.coordinators ?? [],
    dueOn: row.due_on,
    untilOn: row.until_on,
    reviewOn: row.review_on,
    coordinatorId: row.coordinator_id,
    dutyOf: row.duty_of,
    toUnitId: row.to_unit_id,
    toText: row.to_text,
    intoId: row.into_id,
    confirmedBy: row.confirmed_by as Confirmer | null,
    raisedIn: row.act === "confirm" ? (row.raised_in ?? [row.recommendation_id]) : null,
    ...(row.former && { former: row.former }),
    satisfied: row.satisfied,
    symbol: row.symbol,
    reason: row.reason,
    text: row.text,
  };
}

export type NewEvent = { readonly matterId: string; readonly sequence: number; readonly event: MatterEvent };

/** The number of a matter's next fact: annulled ones keep theirs. */
export async function nextSequence(trx: Transaction<DB>, matterId: string): Promise<number> {
  const { last } = await trx
    .selectFrom("recommendation_event")
    .select((eb) => eb.fn.max("sequence").as("last"))
    .where("recommendation_id", "=", matterId)
    .executeTakeFirstOrThrow();
  return (last ?? 0) + 1;
}

/** The same number before it, as a column; null where nothing was written down yet. */
export function lastSequenceOf(matter: RawBuilder<unknown>): RawBuilder<number | null> {
  return sql<
    number | null
  >`(select max(e.sequence) from recommendation_event e where e.recommendation_id = ${matter})`;
}

/** Writes facts down; they are never changed afterwards. */
export async function insertEvents(
  trx: Transaction<DB>,
  events: readonly NewEvent[],
  by: Recording,
): Promise<void> {
  if (events.length === 0) return;
  const rows = events.map((event) => rowFrom(event, by));
  await trx.insertInto("recommendation_event").values(rows).execute();
  const helping = events.flatMap(({ event }, index) => helpersOf(event, rows[index]!.id));
  if (helping.length > 0) await trx.insertInto("event_coordinator").values(helping).execute();
}

/** One fact, as parts of the statement in which it is written, once `after` has its row; `happened` has one then. */
export function eventInserted(fact: NewEvent, by: Recording, after: string): RawBuilder<unknown>[] {
  const row = rowFrom(fact, by);
  const helping = helpersOf(fact.event, row.id);
  return [
    sql`happened as (${rowsInserted("recommendation_event", columns, [row], after)} returning id)`,
    sql`helping as (${rowsInserted("event_coordinator", helperColumns, helping, after)} returning event_id)`,
  ];
}

function helpersOf({ coordinators = [] }: MatterEvent, eventId: string) {
  return coordinators.map(({ unitId, dutyOf, duty, dueOn }, position) => ({
    event_id: eventId,
    position: position + 1,
    unit_id: unitId,
    duty_of: dutyOf ?? null,
    duty: duty ?? null,
    due_on: dueOn ?? null,
  }));
}

const helperColumns = ["event_id", "position", "unit_id", "duty_of", "duty", "due_on"] as const;

const columns = [
  "id",
  "recommendation_id",
  "sequence",
  "act",
  "on_date",
  "ruling",
  "outcome",
  "lead_id",
  "due_on",
  "until_on",
  "review_on",
  "coordinator_id",
  "duty_of",
  "to_unit_id",
  "to_text",
  "into_id",
  "confirmed_by",
  "raised_in",
  "satisfied",
  "symbol",
  "reason",
  "text",
  "recorded_at",
  "recorded_by",
  "recorded_in",
] as const;

function rowFrom({ matterId, sequence, event }: NewEvent, by: Recording): Insertable<RecommendationEvent> {
  return {
    id: event.id ?? uuidv7(by.now),
    recommendation_id: matterId,
    sequence,
    act: event.act,
    on_date: event.on,
    ruling: event.ruling ?? null,
    outcome: event.outcome ?? null,
    lead_id: event.leadId ?? null,
    due_on: event.dueOn ?? null,
    until_on: event.untilOn ?? null,
    review_on: event.reviewOn ?? null,
    coordinator_id: event.coordinatorId ?? null,
    duty_of: event.dutyOf ?? null,
    to_unit_id: event.toUnitId ?? null,
    to_text: event.toText ?? null,
    into_id: event.intoId ?? null,
    confirmed_by: event.confirmedBy ?? null,
    raised_in: raisedBesides(event, matterId),
    satisfied: event.satisfied ?? null,
    symbol: event.symbol ?? null,
    reason: event.reason ?? null,
    text: event.text ?? null,
    recorded_at: by.now.toString(),
    recorded_by: by.personId,
    recorded_in: by.postId,
  };
}

/** Nothing where it is the Front's word, or of those who raised the matter itself. */
function raisedBesides({ confirmedBy, raisedIn }: MatterEvent, matterId: string): string[] | null {
  return confirmedBy === "front" || !raisedIn || raisedIn.every((id) => id === matterId)
    ? null
    : [...raisedIn];
}
