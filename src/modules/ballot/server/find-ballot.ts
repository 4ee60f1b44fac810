import type { DB } from "#db";
import type { ToldOfConference } from "#modules/recommendation/server/index.ts";
import { sql, type Kysely } from "kysely";
import { satisfiedShare, shownAnswers, SMALLEST_GROUP, type BallotAnswer } from "../ballot.ts";

/** A count as somebody may read it; an answer that is not told is null. */
export type BallotReading = {
  readonly version: number;
  readonly issued: number;
  readonly returned: number;
  readonly valid: number;
  /** Satisfied and very satisfied of the valid ones, in percent. */
  readonly share: number | null;
  readonly recordedOn: string;
  readonly by: string | null;
  /** Why it was put right; null for the count that stands. */
  readonly reason: string | null;
} & Readonly<Record<BallotAnswer, number | null>>;

type Row = Omit<BallotReading, "share" | BallotAnswer> & Record<BallotAnswer, number>;

/**
 * The count of a conference that the caller has made sure may be read, the present one first, then what it was before.
 * Those who counted read every heap; others not those so small that they could be known by who sat in the room. `told` leaves of a reason what the reader may read.
 */
export async function ballotOf(
  db: Kysely<DB>,
  conferenceId: string,
  { counts, told }: { readonly counts: boolean; readonly told: ToldOfConference },
): Promise<BallotReading[]> {
  const { rows } = await sql<Row>`
    select b.version, b.issued, b.returned, b.valid, b.very_satisfied, b.satisfied, b.neutral, b.dissatisfied,
      b.very_dissatisfied, (b.recorded_at at time zone 'Asia/Ho_Chi_Minh')::date as "recordedOn",
      person.full_name as by, earlier.reason
    from ballot_count b
    left join ballot_version earlier on earlier.conference_id = b.conference_id and earlier.version = b.version
    left join person on person.id = b.recorded_by
    where b.conference_id = ${conferenceId} order by b.version desc`.execute(db);
  return rows.map((row) => ({
    ...row,
    reason: told(conferenceId, row.reason),
    ...(!counts && shownAnswers(row)),
    share: counts || row.valid >= SMALLEST_GROUP ? satisfiedShare(row) : null,
  }));
}
