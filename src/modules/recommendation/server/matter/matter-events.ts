import type { Capacity } from "#kernel/actor.ts";
import type { DB } from "#db";
import { unitName } from "#modules/organization/server/index.ts";
import { sql, type Kysely } from "kysely";
import { moveRows } from "../../moves/move-rows.ts";
import type { Confirmer, Move, Outcome, Ruling } from "../../status-transitions.ts";
import { wordsWithout } from "../sight/told-without.ts";
import { recorderColumns, recorderJoins } from "./recorder-columns.ts";

/** Who wrote something down, and in what post; null where a register brought it. */
export type Recorded = {
  readonly personName: string | null;
  readonly post: {
    readonly capacity: Capacity;
    readonly acting: boolean;
    readonly title: string | null;
    readonly unitName: string;
  } | null;
};

/** One fact of a matter's history, with who wrote it down and in what post. */
export type EventLine = Recorded & {
  readonly act: Move;
  readonly on: string;
  /** The order of entry; facts of one day stand in it. */
  readonly sequence: number;
  readonly ruling: Ruling | null;
  readonly outcome: Outcome | null;
  readonly leadName: string | null;
  readonly coordinatorNames: readonly string[];
  /** Whose part is done. */
  readonly coordinatorName: string | null;
  readonly dueOn: string | null;
  readonly untilOn: string | null;
  readonly reviewOn: string | null;
  /** Where it went: a unit above, or a body named in words. */
  readonly to: string | null;
  readonly intoCode: string | null;
  readonly confirmedBy: Confirmer | null;
  /** Whose word it is where several raised the same: codes of the matters whose people spoke. */
  readonly raisedIn: readonly string[];
  /** The villages of these, or of this one where their head spoke. */
  readonly villageNames: readonly string[];
  readonly satisfied: boolean | null;
  readonly symbol: string | null;
  readonly reason: string | null;
  readonly text: string | null;
};

/** Who reads: one who works on the matter sees drafts; the reviewer sees why something was held. */
type Reader = {
  readonly insider: boolean;
  readonly reviewer: boolean;
  readonly namesWithheld: readonly string[];
};

/** A fact that was entered by mistake: who said so, when and why. */
export type AnnulledLine = EventLine & {
  readonly annulment: Recorded & { readonly on: string; readonly reason: string };
};

/** The history of a matter by day, then in the order of entry; apart, what was annulled. Names are those of the day. */
export async function matterEvents(
  db: Kysely<DB>,
  matterId: string,
  reader: Reader,
): Promise<{ events: EventLine[]; annulled: AnnulledLine[] }> {
  const lines = await allLines(db, matterId);
  const told = lines
    .filter(({ ofHidden }) => reader.reviewer || !ofHidden)
    .map((line) => wordsFor(line, reader));
  return {
    events: told
      .filter(({ annulment }) => annulment === null)
      .map(({ annulment: _, ofHidden: _of, ...line }) => line),
    annulled: told.flatMap(({ annulment, ofHidden: _of, ...line }) =>
      annulment ? [{ ...line, annulment }] : [],
    ),
  };
}

function wordsFor(line: Line, reader: Reader): Line {
  const { annulment } = line;
  const names = reader.namesWithheld;
  if (!mayRead(line.act, reader))
    return { ...line, text: null, reason: null, annulment: annulment && { ...annulment, reason: "" } };
  return {
    ...line,
    to: wordsWithout(line.to, names),
    text: wordsWithout(line.text, names),
    reason: wordsWithout(line.reason, names),
    annulment: annulment && { ...annulment, reason: wordsWithout(annulment.reason, names) },
  };
}

type Line = EventLine & { readonly ofHidden: boolean; readonly annulment: AnnulledLine["annulment"] | null };

async function allLines(db: Kysely<DB>, matterId: string): Promise<Line[]> {
  const day = sql`e.on_date`;
  const { rows } = await sql<Line>`
    select e.act, e.on_date as on, e.sequence, ${recorderColumns(day)}, ${annulmentOf} as annulment, ${wordOfHidden} as "ofHidden",
      e.ruling, e.outcome, ${unitName(sql`e.lead_id`, day)} as "leadName",
      array(select ${unitName(sql`c.unit_id`, day)} from event_coordinator c
        where c.event_id = e.id group by c.unit_id order by min(c.position)) as "coordinatorNames",
      ${unitName(sql`e.coordinator_id`, day)} as "coordinatorName",
      e.due_on as "dueOn", e.until_on as "untilOn", e.review_on as "reviewOn",
      coalesce(${unitName(sql`e.to_unit_id`, day)}, e.to_text) as "to", merged.code as "intoCode",
      e.confirmed_by as "confirmedBy", ${codesSpokenFor} as "raisedIn", ${villagesSpokenFor} as "villageNames", e.satisfied, e.symbol, e.reason, e.text
    from recommendation_event e ${recorderJoins("e")}
    left join recommendation merged on merged.id = e.into_id
    where e.recommendation_id = ${matterId} order by e.on_date, e.sequence`.execute(db);
  return rows;
}

const spokenFor = sql`recommendation said join present_matter s on s.recommendation_id = said.id
  where (said.id = e.recommendation_id or s.hidden is null)`;
const codesSpokenFor = sql`array(select said.code from ${spokenFor} and said.id = any(e.raised_in) order by said.code)`;
const villagesSpokenFor = sql`array(select distinct ${unitName(sql`said.village_id`, sql`e.on_date`)} from ${spokenFor}
  and e.act = 'confirm' and e.confirmed_by <> 'front' and said.village_id is not null
  and said.id = any(coalesce(e.raised_in, array[e.recommendation_id])))`;

/** Whether nobody who spoke is in sight: then neither the word nor whose it was is told. */
const wordOfHidden = sql<boolean>`coalesce(e.act = 'confirm' and not exists (
  select from unnest(e.raised_in) speaker left join present_matter s on s.recommendation_id = speaker
  where speaker = e.recommendation_id or s.hidden is null) and e.raised_in is not null, false)`;

const annulmentOf = sql`(select to_jsonb(one) from (
    select (k.recorded_at at time zone 'Asia/Ho_Chi_Minh')::date as on, k.reason, ${recorderColumns(sql`k.recorded_at::date`)}
    from recommendation_annulment k ${recorderJoins("k")} where k.event_id = e.id) one)`;

function mayRead(move: Move, { insider, reviewer }: Reader): boolean {
  return { readers: true, insiders: insider, reviewers: reviewer }[moveRows[move].wordsFor];
}
