import type { DB } from "#db";
import type { Actor } from "#kernel/actor.ts";
import { pageWithin, partOf, type ListPart } from "#kernel/list-part.ts";
import { sql, type Kysely } from "kysely";
import {
  readLooseMatters,
  readTurns,
  type AgendaMatter,
  type AgendaTurn,
  type Conference,
} from "./agenda.ts";

const TURNS_A_PAGE = 25;
const LOOSE_A_PAGE = 50;

export type AgendaPage = { readonly turns: ListPart<AgendaTurn>; readonly loose: ListPart<AgendaMatter> };

/** Which pages; the page that holds a turn goes before a number. */
export type AgendaAsked = {
  readonly page: number | null;
  readonly turn: string | null;
  readonly loose: number | null;
};

/** A page of what was said, in its order; a conference of hundreds of matters would not fit on one. */
export async function readAgendaPage(
  db: Kysely<DB>,
  actor: Actor,
  conference: Conference & { readonly counts: { readonly turns: number } },
  asked: AgendaAsked,
  today: string,
): Promise<AgendaPage> {
  const place = await placeOf(db, conference.id, asked.turn);
  const page = place === null ? asked.page : Math.ceil(place / TURNS_A_PAGE);
  const turns = pageWithin(page, conference.counts.turns, TURNS_A_PAGE);
  const which = sql`order by t.position limit ${TURNS_A_PAGE} offset ${turns.first - 1}`;
  const matters = await readLooseMatters(db, actor, conference, today);
  return {
    turns: { ...turns, shown: await readTurns(db, actor, conference, today, which) },
    loose: partOf(matters, asked.loose, LOOSE_A_PAGE),
  };
}

/** Which one in its order a turn is; null where there is no such turn. */
async function placeOf(db: Kysely<DB>, conferenceId: string, turn: string | null): Promise<number | null> {
  if (!turn) return null;
  const { rows } = await sql<{ place: number }>`
    select count(*)::int as place from turn t join turn o on o.conference_id = t.conference_id
    where o.id::text = ${turn} and o.conference_id = ${conferenceId} and t.position <= o.position`.execute(
    db,
  );
  return rows[0]?.place || null;
}
