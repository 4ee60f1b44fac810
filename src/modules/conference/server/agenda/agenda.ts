import type { DB } from "#db";
import type { Actor } from "#kernel/actor.ts";
import type { ReadScope } from "#modules/organization/server/index.ts";
import { readScope, unitName, withHeirs } from "#modules/organization/server/index.ts";
import type { Kind, Naming } from "#modules/recommendation/matter.ts";
import type { Ruling, Status } from "#modules/recommendation/status-transitions.ts";
import { sql, type Kysely, type RawBuilder } from "kysely";
import {
  hiddenBecause,
  namesWithheldIn,
  readableIn,
  rulingOf,
  toldWithout,
  villageOfMatter,
  wordsShownIn,
  wordsWithout,
} from "#modules/recommendation/server/index.ts";

export type AgendaMatter = {
  readonly code: string;
  readonly turnId: string | null;
  readonly text: string;
  readonly kind: Kind;
  readonly field: string;
  readonly fieldCode: string;
  readonly status: Status;
  /** Out of sight until a reviewer has looked, who reads it here: nothing is ruled on it till then. */
  readonly held: boolean;
  readonly ruling: Ruling | null;
  /** What was said with the ruling, as far as it was written down. */
  readonly rulingText: string | null;
  /** The day of the ruling; null while there is none. */
  readonly ruledOn: string | null;
  /** The day for which an answer was promised with the ruling; a later assignment does not change it. */
  readonly promised: string | null;
  readonly lead: string | null;
  readonly due: string | null;
  readonly version: number;
};

export type AgendaTurn = {
  readonly id: string;
  readonly position: number;
  readonly naming: Naming;
  /** Null where this reader is not to know who spoke, nor from which village: both where a matter is out of sight. */
  readonly speaker: string | null;
  readonly village: string | null;
  readonly villageName: string | null;
  readonly praiseOnly: boolean;
  /** Null also where a matter of the turn is out of sight: what was said may be the complaint itself. */
  readonly summary: string | null;
  readonly matters: readonly AgendaMatter[];
  /** Matters of the turn, in sight, that are not this reader's: what is out of sight changes no number. */
  readonly hidden: number;
  /** Something of the turn is out of sight: then neither its speaker nor its summary is told, only what else was raised in it. */
  readonly untold: boolean;
};

export type Agenda = {
  readonly turns: readonly AgendaTurn[];
  /** Matters of the conference that belong to no turn. */
  readonly loose: readonly AgendaMatter[];
};

export type Conference = { readonly id: string; readonly unitId: string; readonly heldOn: string };
type TurnRow = Omit<AgendaTurn, "matters" | "hidden"> & {
  inSight: number;
  namesWithheld: readonly string[];
};

/**
 * The turns in their order, each with what was split from it, as far as the reader may see.
 * @param by what was ruled, and came in besides the turns, by the end of that day; all of it unless it is given
 */
export async function readAgenda(
  db: Kysely<DB>,
  actor: Actor,
  conference: Conference,
  today: string,
  by?: string,
): Promise<Agenda> {
  const scope = await readScope(db, actor);
  const there = by === undefined ? sql`` : sql`and (r.turn_id is not null or r.received_on <= ${by}::date)`;
  const matters = await readableMatters(db, scope, conference, today, there, by);
  const secretariat = await isSecretariat(db, actor, conference.unitId);
  const turns = await turnsOf(db, scope, conference, today);
  return {
    loose: matters.filter(({ turnId }) => turnId === null),
    turns: turns.map((turn) => shownTurn(turn, matters, secretariat)),
  };
}

/** The last turns before a position (or the very last), the newest first, each with what was split from it. */
export async function readLatestTurns(
  db: Kysely<DB>,
  actor: Actor,
  conference: Conference,
  today: string,
  { before, most }: { before: number | null; most: number },
): Promise<AgendaTurn[]> {
  const which = sql`and (${before}::int is null or t.position < ${before}::int)
    order by t.position desc limit ${most}`;
  return readTurns(db, actor, conference, today, which);
}

/** Some turns, as `which` chooses and orders them. */
export async function readTurns(
  db: Kysely<DB>,
  actor: Actor,
  conference: Conference,
  today: string,
  which: RawBuilder<unknown>,
): Promise<AgendaTurn[]> {
  const scope = await readScope(db, actor);
  const turns = await turnsOf(db, scope, conference, today, which);
  const only = sql`and r.turn_id = any(${turns.map(({ id }) => id)}::uuid[])`;
  const matters = await readableMatters(db, scope, conference, today, only);
  const secretariat = await isSecretariat(db, actor, conference.unitId);
  return turns.map((turn) => shownTurn(turn, matters, secretariat));
}

/** The matters of a conference that belong to no turn, as far as the reader may see. */
export async function readLooseMatters(
  db: Kysely<DB>,
  actor: Actor,
  conference: Conference,
  today: string,
): Promise<AgendaMatter[]> {
  const only = sql`and r.turn_id is null`;
  return readableMatters(db, await readScope(db, actor), conference, today, only);
}

/** A turn as this reader may know it. */
function shownTurn(
  { inSight, namesWithheld, ...turn }: TurnRow,
  matters: readonly AgendaMatter[],
  secretariat: boolean,
): AgendaTurn {
  const own = matters.filter(({ turnId }) => turnId === turn.id);
  const named = turn.naming === "named" || secretariat;
  return {
    ...turn,
    ...(turn.untold && { village: null, villageName: null }),
    speaker: named && !turn.untold ? turn.speaker : null,
    summary: turn.untold ? null : wordsWithout(turn.summary, secretariat ? [] : namesWithheld),
    matters: own,
    hidden: inSight - own.length,
  };
}

/** Who is known to the secretariat only is known to the office of that unit, or of the one that carries it on. */
async function isSecretariat(db: Kysely<DB>, actor: Actor, unitId: string): Promise<boolean> {
  if (actor.kind === "system") return true;
  const offices = await withHeirs(db, [unitId]);
  return actor.posts.some((post) => post.capacity === "office_secretary" && offices.includes(post.unitId));
}

async function turnsOf(
  db: Kysely<DB>,
  scope: ReadScope,
  { id, unitId, heldOn }: Conference,
  today: string,
  which = sql`order by t.position`,
): Promise<TurnRow[]> {
  const spoken = { unit: sql`${unitId}::uuid`, village: sql`t.village_id`, day: sql`${heldOn}::date` };
  const { rows } = await sql<TurnRow>`
    select t.id, t.position, ${namingOfTurn} as naming, t.speaker, t.praise_only as "praiseOnly", t.summary,
      v.code as village, ${villageOfMatter(spoken)} as "villageName",
      (select count(*)::int from recommendation r join unit u on u.id = r.unit_id
        where r.turn_id = t.id and ${wordsShownIn(scope, today)}) as "inSight",
      exists (select from recommendation r join unit u on u.id = r.unit_id
        where r.turn_id = t.id and not ${wordsShownIn(scope, today)}) as untold,
      ${namesOfTurn} as "namesWithheld"
    from turn t left join unit v on v.id = t.village_id
    where t.conference_id = ${id} ${which}`.execute(db);
  return rows;
}

/** Who raised a matter of the turn and asked since not to be named is not named as its speaker either. */
const namingOfTurn = sql`case when t.naming = 'named' and exists (
    select from recommendation r where r.turn_id = t.id and t.speaker = any(r.withheld_names))
  then 'secretariat_only' else t.naming end`;

/** Who spoke, now or before it was put right, and is not to be named; or raised one of the turn's matters. */
const namesOfTurn = sql`array(
  select t.speaker where t.naming <> 'named' and t.speaker is not null
  union select v.speaker from turn_version v where v.turn_id = t.id and t.naming <> 'named' and v.speaker is not null
  union select unnest(r.withheld_names) from recommendation r where r.turn_id = t.id)`;

/** What is out of sight is left to the lists of matters: of it only a stub may be shown. */
async function readableMatters(
  db: Kysely<DB>,
  scope: ReadScope,
  { id, heldOn }: Conference,
  today: string,
  which = sql``,
  by?: string,
): Promise<AgendaMatter[]> {
  const { rows } = await sql<AgendaMatter & { namesWithheld: readonly string[] }>`
    select r.code, r.turn_id as "turnId", r.text, ${namesWithheldIn(scope, today)} as "namesWithheld", r.kind, coalesce(f.name, r.field_code) as field, r.field_code as "fieldCode", p.status, coalesce(${hiddenBecause} = 'held', false) as held,
      ruled.text as "rulingText", ruled.ruling, ruled.on_date as "ruledOn", ruled.due_on as promised,
      case when p.is_open then ${unitName(sql`p.lead_id`, sql`${heldOn}::date`)} end as lead,
      case when p.is_open then p.due_on end as due, r.version
    from recommendation r join unit u on u.id = r.unit_id
    join state_period p on p.recommendation_id = r.id and p.superseded_at = 'infinity' and p.left_on = 'infinity'
    left join field f on f.code = r.field_code
    left join lateral ${rulingOf(sql`r.id`, by)} ruled on true
    where r.conference_id = ${id} and ${readableIn(scope, today)} and ${wordsShownIn(scope, today)} ${which}
    order by r.code`.execute(db);
  return rows.map((row) => toldWithout(row, ["text", "rulingText"]));
}
