import type { DB } from "#db";
import type { Actor } from "#kernel/actor.ts";
import { Problem } from "#kernel/problem.ts";
import { readScope } from "#modules/organization/server/index.ts";
import { wordsShownIn } from "#modules/recommendation/server/index.ts";
import { sql, type Kysely } from "kysely";
import { z } from "zod";
import type { Form, Life } from "../../conference.ts";
import { conferenceProblems as problems } from "../../problems.ts";
import { readLatestTurns, readLooseMatters, type AgendaMatter, type AgendaTurn } from "../agenda/agenda.ts";
import { conferenceUnit } from "../life/list-conferences.ts";
import { draftsGivenAt, type GivenDraft } from "../drafts/read-draft-requests.ts";
import { life, readableConference } from "../life/readable-conferences.ts";

/** So many turns stand on the recording page; older ones are a page further. */
const TURNS_SHOWN = 20;
const COLLECTED_SHOWN = 20;

/** What the recording page knows of its conference: no agenda of hundreds, only its head and its last turns. */
export type RoomHead = {
  readonly id: string;
  readonly unit: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly form: Form;
  readonly heldOn: string;
  readonly life: Life;
  readonly attendances: number | null;
  readonly villagesRepresented: number | null;
  readonly turns: number;
  /** In sight, as the conference counts them: what is out of sight changes no number, nor the mark. */
  readonly recommendations: number;
  readonly unruled: number;
  /** Changes whenever anything does that this reader's page shows. */
  readonly mark: string;
};

/** @throws Problem `not_found`, also for what the actor may not know of */
export async function readRoomHead(
  db: Kysely<DB>,
  actor: Actor,
  id: string,
  today: string,
): Promise<RoomHead> {
  if (!z.uuid().safeParse(id).success) throw new Problem(problems.not_found);
  const scope = await readScope(db, actor);
  const inSight = wordsShownIn(scope, today);
  const { rows } = await sql<RoomHead>`
    select c.id, u.code as unit, c.unit_id as "unitId", ${conferenceUnit} as "unitName", c.form, c.held_on as "heldOn",
      ${life} as life, c.attendances, c.villages_represented as "villagesRepresented",
      said.turns, asked.n as recommendations, asked.unruled,
      concat_ws('-', c.version, said.turns, said.versions, asked.n, asked.versions, drafted.mark) as mark
    from conference c join unit u on u.id = c.unit_id
    cross join lateral (select count(*)::int as turns, coalesce(sum(t.version), 0) as versions
      from turn t where t.conference_id = c.id) said
    cross join lateral (select count(*)::int as n, coalesce(sum(r.version), 0) as versions,
        (count(*) filter (where p.class = 'awaiting_ruling'))::int as unruled
      from recommendation r join unit u on u.id = r.unit_id join state_period p on p.recommendation_id = r.id
        and p.superseded_at = 'infinity' and p.left_on = 'infinity'
      where r.conference_id = c.id and ${inSight}) asked
    cross join lateral (select concat_ws('/', count(d.given_at), extract(epoch from max(d.given_at))) as mark
      from draft_request d join recommendation r on r.id = d.recommendation_id join unit u on u.id = r.unit_id
      where d.conference_id = c.id and d.withdrawn_at is null and ${inSight}) drafted
    where c.id = ${id} and ${readableConference(scope, today)}`.execute(db);
  if (!rows[0]) throw new Problem(problems.not_found);
  return rows[0];
}

export type RoomTurns = {
  /** The newest first. */
  readonly turns: readonly AgendaTurn[];
  /** Where the page of older ones begins; null where there are none. */
  readonly older: number | null;
  /** What was collected beforehand and waits for its ruling, and how much more of it there is. */
  readonly collected: readonly AgendaMatter[];
  readonly collectedMore: number;
  /** What agencies would answer to the matters that wait here. */
  readonly drafts: readonly GivenDraft[];
};

export async function readRoomTurns(
  db: Kysely<DB>,
  actor: Actor,
  head: RoomHead,
  today: string,
  before: number | null = null,
): Promise<RoomTurns> {
  const found = await readLatestTurns(db, actor, head, today, { before, most: TURNS_SHOWN + 1 });
  const turns = found.slice(0, TURNS_SHOWN);
  const loose = await readLooseMatters(db, actor, head, today);
  const waiting = loose.filter(awaitsRuling);
  const collected = waiting.slice(0, COLLECTED_SHOWN);
  const asked = [...collected, ...turns.flatMap(({ matters }) => matters).filter(awaitsRuling)];
  return {
    turns,
    older: found.length > TURNS_SHOWN ? turns.at(-1)!.position : null,
    collected,
    collectedMore: waiting.length - collected.length,
    drafts: await draftsOn(db, actor, head.id, asked, today),
  };
}

const awaitsRuling = ({ status }: AgendaMatter) => status === "awaiting_ruling";

async function draftsOn(
  db: Kysely<DB>,
  actor: Actor,
  conferenceId: string,
  matters: readonly AgendaMatter[],
  today: string,
): Promise<GivenDraft[]> {
  const codes = new Set(matters.map(({ code }) => code));
  return (await draftsGivenAt(db, actor, conferenceId, today)).filter(({ code }) => codes.has(code));
}
