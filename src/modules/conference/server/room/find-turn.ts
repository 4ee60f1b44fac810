import type { DB } from "#db";
import { Problem } from "#kernel/problem.ts";
import { unitName } from "#modules/organization/server/index.ts";
import type { Naming } from "#modules/recommendation/matter.ts";
import { sql, type Kysely } from "kysely";
import { z } from "zod";
import { conferenceProblems as problems } from "../../problems.ts";
import { isTurnOutOfSight } from "./turn.store.ts";

export type TurnWords = {
  readonly position: number;
  readonly speaker: string | null;
  readonly village: string | null;
  readonly villageName: string | null;
  readonly naming: Naming;
  readonly praiseOnly: boolean;
  readonly summary: string | null;
};

/** A wording that somebody has put right since. */
export type EarlierTurn = TurnWords & { readonly until: string; readonly personName: string | null };

export type TurnReading = TurnWords & {
  readonly id: string;
  readonly version: number;
  /** Codes of the recommendations split from it. */
  readonly matters: readonly string[];
  /** The latest first. */
  readonly earlier: readonly EarlierTurn[];
};

/**
 * A turn of a conference with its earlier wordings, names and all: for the office of that unit alone, which the caller
 * has made sure of. Null where what was said is for a reviewer's eyes only.
 * @throws Problem `not_found`
 */
export async function findTurn(
  db: Kysely<DB>,
  conferenceId: string,
  turnId: string,
): Promise<TurnReading | null> {
  if (!z.uuid().safeParse(turnId).success) throw new Problem(problems.not_found);
  const { rows } = await sql<Omit<TurnReading, "earlier">>`
    select t.id, t.version, ${wordsOf},
      array(select r.code from recommendation r where r.turn_id = t.id order by r.code) as matters
    from turn t join conference c on c.id = t.conference_id left join unit v on v.id = t.village_id
    where t.id = ${turnId} and t.conference_id = ${conferenceId}`.execute(db);
  if (!rows[0]) throw new Problem(problems.not_found);
  return (await isTurnOutOfSight(db, turnId)) ? null : { ...rows[0], earlier: await earlierOf(db, turnId) };
}

async function earlierOf(db: Kysely<DB>, turnId: string): Promise<EarlierTurn[]> {
  const { rows } = await sql<EarlierTurn>`
    select ${wordsOf}, (t.superseded_at at time zone 'Asia/Ho_Chi_Minh')::date as until, person.full_name as "personName"
    from turn_version t join turn own on own.id = t.turn_id join conference c on c.id = own.conference_id
    left join unit v on v.id = t.village_id left join person on person.id = t.superseded_by
    where t.turn_id = ${turnId} order by t.version desc`.execute(db);
  return rows;
}

const wordsOf = sql`t.position, t.speaker, v.code as village, ${unitName(sql`t.village_id`, sql`c.held_on`)} as "villageName",
  t.naming, t.praise_only as "praiseOnly", t.summary`;
