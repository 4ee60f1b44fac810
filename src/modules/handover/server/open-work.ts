import type { Actor } from "#kernel/actor.ts";
import { readScope, unitName } from "#modules/organization/server/index.ts";
import {
  beginningOf,
  keeperOfMatter,
  latestFirst,
  namesWithheldIn,
  outOfSight,
  presentMatters,
  readableIn,
  toldWithout,
  wordsShownIn,
} from "#modules/recommendation/server/index.ts";
import type { Status } from "#modules/recommendation/status-transitions.ts";
import type { DB } from "#db";
import { sql, type Kysely } from "kysely";
import type { Part } from "../line.ts";

/** A matter that a unit still has in hand; what is out of the reader's sight shows its code and its day alone. */
export type OpenWork = Part & {
  readonly code: string;
  readonly receivedOn: string;
  readonly hidden: boolean;
  readonly status: Status | null;
  readonly lead: string | null;
  readonly dueOn: string | null;
  readonly text: string | null;
};

/** The ids of the matters that may still be with a unit: what it keeps, leads or helps with, and is open. */
export async function openMatterIds(db: Kysely<DB>, unitId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select r.id from ${presentMatters} where ${stillWith(unitId)} order by r.id`.execute(db);
  return rows.map(({ id }) => id);
}

/** The same as a list for a person who is to place each of them; the words only for those who may read the matter. */
export async function openWorkOf(
  db: Kysely<DB>,
  actor: Actor,
  unitId: string,
  today: string,
): Promise<OpenWork[]> {
  const scope = await readScope(db, actor);
  const { rows } = await sql<OpenWork & { shown: boolean; namesWithheld: string[] }>`
    select r.code, r.received_on as "receivedOn", ${outOfSight} as hidden, p.status, p.due_on as "dueOn",
      ${unitName(sql`p.lead_id`, sql`${today}::date`)} as lead,
      ${keeperOfMatter} = ${unitId} as "isOwner", p.lead_id is not distinct from ${unitId}::uuid as "isLead",
      ${coordinates(unitId)} as "isCoordinator",
      (${readableIn(scope, today)} and ${wordsShownIn(scope, today)}) as shown,
      case when ${readableIn(scope, today)} then ${beginningOf(sql`r.text`, 300)} end as text,
      ${namesWithheldIn(scope, today)} as "namesWithheld"
    from ${presentMatters} where ${stillWith(unitId)} order by r.received_on, r.code`.execute(db);
  return rows.map(({ shown, ...row }) => seen(toldWithout(row, ["text"], 300), shown));
}

/** What is out of sight says nothing of what it is about, who has it and until when. */
export function seen<Row extends Pick<OpenWork, "hidden" | "status" | "lead" | "dueOn" | "text">>(
  row: Row,
  shown: boolean,
): Row {
  if (shown) return { ...row, hidden: false };
  return row.hidden ? { ...row, status: null, lead: null, dueOn: null, text: null } : { ...row, text: null };
}

function stillWith(unitId: string) {
  return sql<boolean>`p.is_open and r.taken_back_at is null and r.id in (
      select id from recommendation where unit_id = ${unitId}
      union select recommendation_id from standing_event where act = 'hand_over' and to_unit_id = ${unitId}
      union select recommendation_id from present_matter where lead_id = ${unitId} and is_open
      union select e.recommendation_id from event_coordinator c join standing_event e on e.id = c.event_id
        where c.unit_id = ${unitId})
    and (${keeperOfMatter} = ${unitId} or p.lead_id = ${unitId} or ${coordinates(unitId)})`;
}

/** The agencies that help are those named by the last fact that named any. */
function coordinates(unitId: string) {
  return sql<boolean>`exists (select from event_coordinator c where c.unit_id = ${unitId} and c.event_id = (
    select e.id from standing_event e
    where e.recommendation_id = r.id and e.act in ('assign', 'hand_over', 'return')
    order by ${latestFirst("e")} limit 1))`;
}
