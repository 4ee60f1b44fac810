import { Problem } from "#kernel/problem.ts";
import type { Asking } from "#platform/server/act/act.ts";
import { outOfSight } from "#modules/recommendation/server/index.ts";
import type { DB, Turn as TurnTable } from "#db";
import { sql, type Kysely, type Selectable, type Transaction } from "kysely";
import { conferenceProblems as problems } from "../../problems.ts";
import { conferenceForChange } from "../life/conference.store.ts";

export type Turn = Selectable<TurnTable>;

type By = {
  readonly now: Temporal.Instant;
  readonly personId: string | null;
  readonly postId: string | null;
};

/**
 * The turn and its conference, both locked, for whoever asks.
 * @throws Problem `not_found`, also where the asker may not know of the conference
 */
export async function turnForChange(asking: Asking, id: string) {
  const turn = await asking.trx
    .selectFrom("turn")
    .selectAll()
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  if (!turn) throw new Problem(problems.not_found);
  return { turn, conference: await conferenceForChange(asking, turn.conference_id) };
}

/** Keeps what a turn said until now, before it is written over. */
export async function keepEarlierTurn(trx: Transaction<DB>, turn: Turn, by: By): Promise<void> {
  const { id, version, position, speaker, village_id, naming, praise_only, summary } = turn;
  const said = { version, position, speaker, village_id, naming, praise_only, summary };
  const row = { turn_id: id, ...said, superseded_at: by.now.toString() };
  await trx
    .insertInto("turn_version")
    .values({ ...row, superseded_by: by.personId, superseded_in: by.postId })
    .execute();
}

/** Gives a turn its number; the one that had it gets this one's, in one statement, so that no number stands twice. */
export async function putInPlace(trx: Transaction<DB>, turn: Turn, position: number, by: By): Promise<void> {
  if (position === turn.position) return;
  const other = await trx
    .selectFrom("turn")
    .selectAll()
    .where("conference_id", "=", turn.conference_id)
    .where("position", "=", position)
    .forUpdate()
    .executeTakeFirst();
  if (other) await keepEarlierTurn(trx, other, by);
  await sql`update turn set
      position = case when id = ${turn.id} then ${position}::int else ${turn.position}::int end,
      version = version + case when id = ${turn.id} then 0 else 1 end
    where id = any(${[turn.id, ...(other ? [other.id] : [])]}::uuid[])`.execute(trx);
}

/** Whether a matter of the turn is for the reviewer's eyes only: then its words may be the complaint itself. */
export async function isTurnOutOfSight(db: Kysely<DB>, turnId: string): Promise<boolean> {
  const { rows } =
    await sql`select from recommendation r where r.turn_id = ${turnId} and ${outOfSight}`.execute(db);
  return rows.length > 0;
}

export async function holdsMatters(db: Kysely<DB>, turnId: string): Promise<boolean> {
  const row = await db
    .selectFrom("recommendation")
    .select("id")
    .where("turn_id", "=", turnId)
    .executeTakeFirst();
  return row !== undefined;
}
