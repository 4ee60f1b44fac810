import type { Capacity } from "#kernel/actor.ts";
import type { DB } from "#db";
import { sql, type Kysely } from "kysely";
import type { Confirmer, Move, Outcome, Ruling } from "../status-transitions.ts";
import { unitName } from "./visibility.ts";

/** One fact of a matter's history, with who wrote it down and in what post. */
export type EventLine = {
  readonly act: Move;
  readonly on: string;
  readonly personName: string | null;
  readonly post: {
    readonly capacity: Capacity;
    readonly acting: boolean;
    readonly title: string | null;
    readonly unitName: string;
  } | null;
  readonly ruling: Ruling | null;
  readonly outcome: Outcome | null;
  readonly leadName: string | null;
  readonly coordinatorNames: readonly string[];
  readonly dueOn: string | null;
  readonly untilOn: string | null;
  readonly reviewOn: string | null;
  /** Where it went: a unit above, or a body named in words. */
  readonly to: string | null;
  readonly intoCode: string | null;
  readonly confirmedBy: Confirmer | null;
  readonly satisfied: boolean | null;
  readonly symbol: string | null;
  readonly reason: string | null;
  readonly text: string | null;
};

/** Who reads: one who works on the matter sees drafts; the reviewer sees why something was held. */
type Reader = { readonly insider: boolean; readonly reviewer: boolean };

const ofTheOffice: ReadonlySet<Move> = new Set(["draft_answer", "approve_answer"]);
const ofTheReview: ReadonlySet<Move> = new Set(["hold", "release", "route_out"]);

/** The history of a matter by day, then in the order of entry. Names are those of the day. */
export async function matterEvents(db: Kysely<DB>, matterId: string, reader: Reader): Promise<EventLine[]> {
  const day = sql`e.on_date`;
  const { rows } = await sql<EventLine>`
    select e.act, e.on_date as on, person.full_name as "personName",
      case when post.id is not null then jsonb_build_object('capacity', post.capacity, 'acting', post.acting,
        'title', post.title, 'unitName', ${unitName(sql`post.unit_id`, day)}) end as post,
      e.ruling, e.outcome, ${unitName(sql`e.lead_id`, day)} as "leadName",
      array(select ${unitName(sql`c.unit_id`, day)} from event_coordinator c
        where c.event_id = e.id order by c.position) as "coordinatorNames",
      e.due_on as "dueOn", e.until_on as "untilOn", e.review_on as "reviewOn",
      coalesce(${unitName(sql`e.to_unit_id`, day)}, e.to_text) as "to", merged.code as "intoCode",
      e.confirmed_by as "confirmedBy", e.satisfied, e.symbol, e.reason, e.text
    from recommendation_event e
    left join person on person.id = e.recorded_by left join post on post.id = e.recorded_in
    left join recommendation merged on merged.id = e.into_id
    where e.recommendation_id = ${matterId} order by e.on_date, e.sequence`.execute(db);
  return rows.map((event) => (mayRead(event.act, reader) ? event : { ...event, text: null, reason: null }));
}

function mayRead(move: Move, { insider, reviewer }: Reader): boolean {
  if (ofTheReview.has(move)) return reviewer;
  return insider || !ofTheOffice.has(move);
}
