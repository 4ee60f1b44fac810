import type { DB } from "#db";
import { proposeDue } from "#modules/deadline/server/index.ts";
import { isAbove, withHeirs } from "#modules/organization/server/index.ts";
import { onceEachUnit } from "#modules/recommendation/duties.ts";
import { promiseIn } from "#modules/recommendation/promise-in-words.ts";
import {
  latestFirst,
  outOfSight,
  outgoingWords,
  presentMatters,
  rulingOf,
} from "#modules/recommendation/server/index.ts";
import { movesFrom, statuses } from "#modules/recommendation/status-transitions.ts";
import { sql, type Kysely } from "kysely";
import { proposedTask } from "../conclusion.ts";
import type { LineRow } from "./line.store.ts";

/** What the proposal is about; `today` is the day from which an assignment would count. */
export type Proposing = {
  readonly conferenceId: string;
  readonly unitId: string;
  readonly heldOn: string;
  readonly today: string;
};

/** Why a matter of the conference stands among the proposed: ruled so, or promised with a roadmap. */
const awaitsAssignment = sql<boolean>`(p.status in ('awaiting_assignment', 'scheduled', 'blocked')
  and p.lead_id is null)`;

/** What can still be assigned at all. */
const assignable = sql<boolean>`(p.status in (${sql.join(
  statuses.filter((status) => movesFrom(status).includes("assign")),
)}))`;

/** What has a line in the notice: what can be assigned, and what was merged, whose line says where it goes on. */
export const mayStand = sql<boolean>`(${assignable} or (p.status = 'merged' and p.goes_on_id <> r.id))`;

/** The matters of a conference that were ruled on and nobody has yet, as lines of its notice. */
export async function proposedLines(db: Kysely<DB>, about: Proposing): Promise<LineRow[]> {
  return proposals(db, about, awaitsAssignment);
}

/** Lines for some matters of the conference, by their ids. */
export async function proposedLinesFor(
  db: Kysely<DB>,
  about: Proposing,
  matterIds: readonly string[],
): Promise<LineRow[]> {
  return proposals(db, about, sql<boolean>`r.id = any(${[...matterIds]}::uuid[])`);
}

type Candidate = {
  readonly matterId: string;
  readonly code: string;
  readonly text: string;
  readonly receivedOn: string;
  readonly beyond: boolean;
  readonly inForce: boolean;
  readonly leadId: string | null;
  readonly dueOn: string | null;
  readonly untilOn: string | null;
  /** What the chair said with the ruling, on which day, and the day promised with it. */
  readonly saidWords: string | null;
  readonly ruledOn: string | null;
  readonly saidOn: string | null;
  readonly coordinators: LineRow["coordinators"];
  readonly askedId: string | null;
  readonly usualId: string | null;
};

async function proposals(
  db: Kysely<DB>,
  about: Proposing,
  condition: ReturnType<typeof sql<boolean>>,
): Promise<LineRow[]> {
  const { rows } = await sql<Candidate>`
    select r.id as "matterId", r.code, r.text, r.received_on as "receivedOn", p.lead_id as "leadId", p.due_on as "dueOn",
      p.status in ('in_hand', 'merged') as "inForce",
      coalesce(ruled.ruling = 'beyond_competence', false) as beyond,
      ruled.text as "saidWords", ruled.on_date as "ruledOn", ruled.due_on as "saidOn",
      (select e.until_on from standing_event e where e.recommendation_id = r.id and e.act = 'schedule'
        order by ${latestFirst("e")} limit 1) as "untilOn",
      coalesce((select jsonb_agg(jsonb_build_object('unitId', c.unit_id, 'duty', c.duty, 'dueOn', c.due_on)
          order by c.position) from event_coordinator c
        where c.event_id = (select e.id from standing_event e where e.recommendation_id = r.id
          and e.act in ('assign', 'hand_over') order by ${latestFirst("e")} limit 1)), '[]') as coordinators,
      (select d.agency_id from draft_request d where d.recommendation_id = r.id and d.withdrawn_at is null
        order by d.given_at nulls last, d.recorded_at desc limit 1) as "askedId",
      (select o.lead_id from present_matter o join recommendation other on other.id = o.recommendation_id
        where other.unit_id = r.unit_id and other.field_code = r.field_code and other.id <> r.id
          and o.lead_id is not null and o.hidden is null
        order by other.received_on desc, other.id desc limit 1) as "usualId"
    from ${presentMatters} left join lateral ${rulingOf(sql`r.id`)} ruled on true
    where r.conference_id = ${about.conferenceId} and r.taken_back_at is null and not ${outOfSight}
      and ${mayStand} and ${condition}
    order by r.turn_id is null, (select t.position from turn t where t.id = r.turn_id), r.code`.execute(db);
  const [dues, leads] = [new Map<string, string | null>(), new Map<string, boolean>()];
  const lines: LineRow[] = [];
  const { printed } = await outgoingWords(
    db,
    rows.map(({ code }) => code),
    "everybody",
  );
  for (const found of rows) {
    // The draft begins with what may stand on the paper.
    const said = found.saidWords && printed(found.saidWords, found.code);
    const row = { ...found, text: printed(found.text, found.code), saidWords: said };
    const { leadId } = row;
    if (row.inForce) lines.push(asItStands({ ...row, coordinators: onceEachUnit(row.coordinators, leadId) }));
    else
      lines.push({
        matterId: row.matterId,
        task: proposedTask(row.saidWords, row.text),
        coordinators: [],
        leadId: await leadOf(db, about, row, leads),
        dueOn: await dueOf(db, about, found, dues),
      });
  }
  return lines;
}

/** Who has the matter already keeps it, in the notice as well. */
function asItStands({ matterId, text, saidWords, leadId, dueOn, coordinators }: Candidate): LineRow {
  return { matterId, task: proposedTask(saidWords, text), leadId, dueOn, coordinators };
}

/** Who was asked for a draft before the day, else who last led such a field; nobody for what goes upward. */
async function leadOf(
  db: Kysely<DB>,
  { unitId, today }: Proposing,
  { askedId, usualId, beyond }: Candidate,
  known: Map<string, boolean>,
): Promise<string | null> {
  for (const id of [askedId, beyond ? null : usualId]) {
    if (id === null) continue;
    if (!known.has(id)) known.set(id, await worksThere(db, unitId, id, today));
    if (known.get(id)) return id;
  }
  return null;
}

async function worksThere(db: Kysely<DB>, holderId: string, unitId: string, on: string): Promise<boolean> {
  for (const keeper of await withHeirs(db, [holderId])) {
    if (await isAbove(db, keeper, unitId, on)) return true;
  }
  return false;
}

/**
 * The date that was promised: by a roadmap, with the ruling, or in the chair's words; else the strictest that a rule
 * gives. None where it has passed already: then somebody gives another, and the line says which was promised.
 */
async function dueOf(
  db: Kysely<DB>,
  { unitId, heldOn, today }: Proposing,
  candidate: Candidate,
  known: Map<string, string | null>,
): Promise<string | null> {
  const { receivedOn, untilOn } = candidate;
  if (untilOn !== null && untilOn >= today) return untilOn;
  const promised = promisedOn(candidate);
  if (promised !== null) return promised >= today ? promised : null;
  if (!known.has(receivedOn)) {
    const days = { receivedOn, assignedOn: today, conferenceOn: heldOn };
    known.set(receivedOn, (await proposeDue(db, unitId, days))?.due ?? null);
  }
  const due = known.get(receivedOn) ?? null;
  return due !== null && due >= today ? due : null;
}

function promisedOn({ saidOn, saidWords, ruledOn }: Candidate): string | null {
  return saidOn ?? (saidWords && ruledOn ? (promiseIn(saidWords, ruledOn)?.on ?? null) : null);
}
