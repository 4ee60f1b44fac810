import type { DB } from "#db";
import { sql, type Kysely } from "kysely";
import { stands } from "#modules/recommendation/server/matter/index.ts";
import type { Status } from "#modules/recommendation/status-transitions.ts";
import type { Purpose } from "../rule.ts";
import { stepsDone } from "./conference-steps.ts";

/** What the register says of one matter, as far as its dates are concerned. */
export type MatterDates = {
  readonly id: string;
  readonly code: string;
  readonly unitId: string;
  readonly receivedOn: string;
  readonly conferenceOn: string | null;
  readonly status: Status;
  /** The present date, and the one first given with the assignment in force. */
  readonly dueOn: string | null;
  readonly originalDueOn: string | null;
  readonly answeredOn: string | null;
  /** The assignment that gave the original date. */
  readonly assignment: { readonly on: string; readonly symbol: string | null } | null;
  readonly extensions: readonly Extension[];
  /** Obligations met, and the day on which they were. */
  readonly met: Partial<Record<Purpose, string>>;
};

/** A later date, granted on a day with a reason. */
export type Extension = { readonly on: string; readonly dueOn: string; readonly reason: string | null };

/** @returns null where there is no such matter */
export async function matterDates(db: Kysely<DB>, matterId: string): Promise<MatterDates | null> {
  const row = await db
    .selectFrom("recommendation as r")
    .leftJoin("conference as c", "c.id", "r.conference_id")
    .innerJoin("state_period as p", (join) =>
      join
        .onRef("p.recommendation_id", "=", "r.id")
        .on("p.superseded_at", "=", sql<Date>`'infinity'`)
        .on("p.left_on", "=", "infinity"),
    )
    .select(["r.id", "r.conference_id", "r.code", "r.unit_id", "r.received_on", "p.status"])
    // A conference that is to come starts no term: its day may yet be put off.
    .select(sql<string | null>`case when c.held_recorded_at is not null then c.held_on end`.as("held_on"))
    .select(["p.due_on", "p.original_due_on", "p.answered_on"])
    .where("r.id", "=", matterId)
    .executeTakeFirst();
  if (!row) return null;
  const events = await datedEvents(db, matterId);
  const assignedAt = assignmentInForce(events);
  const assignment = assignedAt === -1 ? null : events[assignedAt]!;
  return {
    id: row.id,
    code: row.code,
    unitId: row.unit_id,
    receivedOn: row.received_on,
    conferenceOn: row.held_on,
    status: row.status as Status,
    dueOn: row.due_on,
    originalDueOn: row.original_due_on,
    answeredOn: row.answered_on,
    assignment: assignment && { on: assignment.on_date, symbol: assignment.symbol },
    extensions: assignment ? extensionsAfter(events, assignedAt) : [],
    met: {
      ...(row.answered_on !== null && { written_reply: row.answered_on }),
      ...firstWord(events),
      ...(row.conference_id !== null && (await metByConference(db, row.conference_id))),
    },
  };
}

type DatedEvent = {
  act: string;
  on_date: string;
  due_on: string | null;
  reason: string | null;
  symbol: string | null;
};

function datedEvents(db: Kysely<DB>, matterId: string): Promise<DatedEvent[]> {
  return db
    .selectFrom("recommendation_event")
    .select(["act", "on_date", "due_on", "reason", "symbol"])
    .where(stands)
    .where("recommendation_id", "=", matterId)
    .orderBy("on_date")
    .orderBy("sequence")
    .execute();
}

/** An assignment laid over one in force keeps the first one's date; after a return or a reopening a new one starts. */
function assignmentInForce(events: readonly DatedEvent[]): number {
  const ended = events.findLastIndex(({ act }) => act === "return" || act === "reopen");
  if (events[ended]?.act === "reopen" && events[ended].due_on !== null) return ended;
  const first = events.findIndex(({ act }, index) => act === "assign" && index > ended);
  return first === -1 ? events.findLastIndex(({ act }) => act === "assign") : first;
}

function extensionsAfter(events: readonly DatedEvent[], assigned: number): Extension[] {
  return events
    .slice(assigned)
    .filter(({ act }) => act === "extend")
    .map(({ on_date, due_on, reason }) => ({ on: on_date, dueOn: due_on!, reason }));
}

/** What the conference did for all its matters at once; a reply is given to each of them. */
async function metByConference(
  db: Kysely<DB>,
  conferenceId: string,
): Promise<Partial<Record<Purpose, string>>> {
  const { publish_results, notice_of_conclusion } = await stepsDone(db, conferenceId);
  return {
    ...(publish_results && { publish_results }),
    ...(notice_of_conclusion && { notice_of_conclusion }),
  };
}

const words: ReadonlySet<string> = new Set(["rule", "assign", "forward_up", "route_out", "reject", "merge"]);

/** The head of the Party committee has given word once the matter is accepted, passed on or turned away. */
function firstWord(events: readonly DatedEvent[]): Partial<Record<Purpose, string>> {
  const word = events.find(({ act }) => words.has(act));
  return word ? { word_of_party_head: word.on_date } : {};
}
