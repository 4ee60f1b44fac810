import type { Actor } from "#kernel/actor.ts";
import { whoWithout } from "#kernel/masking/who-without.ts";
import { Problem } from "#kernel/problem.ts";
import { anyUnit, liesBelow, mayDo, readScope, unitName } from "#modules/organization/server/index.ts";
import {
  beginningOf,
  namesWithheldIn,
  outOfSight,
  readableIn,
  toldWithout,
  wordsWithout,
  wordsShownIn,
  type Told,
} from "#modules/recommendation/server/index.ts";
import type { DB } from "#db";
import { sql, type Kysely } from "kysely";
import { mayHandOverWork } from "../permissions.ts";
import { handoverProblems as problems } from "../problems.ts";
import { arrangementOf } from "./arrangement.ts";
import { seen, type OpenWork } from "./open-work.ts";

export type HandOverLine = {
  readonly id: string;
  readonly on: string;
  readonly symbol: string | null;
  readonly count: number;
  readonly to: readonly string[];
};

/** The records of a unit that an actor may read, the latest first. */
export async function handOversOf(
  db: Kysely<DB>,
  actor: Actor,
  unitId: string,
  today: string,
): Promise<HandOverLine[]> {
  const { rows } = await sql<HandOverLine>`
    select h.id, h.on_date as on, h.symbol, count(*)::int as count,
      array_agg(distinct ${unitName(sql`l.to_unit_id`, sql`h.on_date`)}) as to
    from hand_over h join hand_over_line l on l.hand_over_id = h.id
    where h.from_unit_id = ${unitId} group by h.id order by h.on_date desc, h.id desc`.execute(db);
  const heads = await Promise.all(rows.map(({ id }) => headOf(db, id)));
  const shown = await Promise.all(heads.map((head) => head && mayRead(db, actor, head, today)));
  return rows.filter((_, index) => shown[index]);
}

export type HandedOver = OpenWork & { readonly to: string; readonly originalDueOn: string | null };

export type HandOverReading = {
  readonly id: string;
  readonly on: string;
  readonly symbol: string | null;
  readonly givenBy: string | null;
  readonly receivedBy: string | null;
  readonly note: string | null;
  readonly from: { readonly code: string; readonly name: string };
  readonly recordedBy: string | null;
  readonly recordedOn: string;
  readonly lines: readonly HandedOver[];
};

type Head = Omit<HandOverReading, "lines"> & { readonly fromId: string; readonly toIds: string[] };

/**
 * A record as it was made: how each matter stood that day. Words only for those who may read the matter.
 * @throws Problem `not_found`, also for whoever neither gave, took nor reads the unit
 */
export async function readHandOver(
  db: Kysely<DB>,
  actor: Actor,
  id: string,
  today: string,
): Promise<HandOverReading> {
  const head = await headOf(db, id);
  if (!head || !(await mayRead(db, actor, head, today))) throw new Problem(problems.not_found);
  const { fromId: _, toIds: __, ...shown } = head;
  const told = await toldOf(db, actor, id, today);
  const signed = (who: string | null) => who && whoWithout(who, told);
  return {
    ...shown,
    note: told(head.note),
    givenBy: signed(head.givenBy),
    receivedBy: signed(head.receivedBy),
    lines: await linesOf(db, actor, id, today),
  };
}

/** A record's own words, without those who raised what it hands over and are not to be named. */
async function toldOf(db: Kysely<DB>, actor: Actor, id: string, today: string): Promise<Told> {
  const { rows } = await sql<{ name: string }>`
    select distinct unnest(${namesWithheldIn(await readScope(db, actor), today)}) as name
    from hand_over_line l join recommendation r on r.id = l.recommendation_id join unit u on u.id = r.unit_id
    where l.hand_over_id = ${id} and r.withheld_names <> '{}'`.execute(db);
  const names = rows.map(({ name }) => name);
  return (text) => wordsWithout(text, names);
}

async function headOf(db: Kysely<DB>, id: string): Promise<Head | undefined> {
  const { rows } = await sql<Head>`
    select h.id, h.on_date as on, h.symbol, h.given_by as "givenBy", h.received_by as "receivedBy", h.note,
      h.from_unit_id as "fromId", (h.recorded_at at time zone 'Asia/Ho_Chi_Minh')::date as "recordedOn", person.full_name as "recordedBy",
      json_build_object('code', u.code, 'name', ${unitName(sql`h.from_unit_id`, sql`h.on_date`)}) as from,
      array(select distinct to_unit_id from hand_over_line where hand_over_id = h.id) as "toIds"
    from hand_over h join unit u on u.id = h.from_unit_id left join person on person.id = h.recorded_by
    where h.id = ${id}`.execute(db);
  return rows[0];
}

/** Those who may make such a record, those who read the unit or one that took work over, and the agencies that did. */
async function mayRead(db: Kysely<DB>, actor: Actor, head: Head, today: string): Promise<boolean> {
  const { everything, subtreeOf, assignedTo } = await readScope(db, actor);
  if (everything || head.toIds.some((id) => assignedTo.includes(id))) return true;
  const { homeId } = await arrangementOf(db, head.from.code, today);
  if (await mayDo(db, actor, mayHandOverWork, homeId, today)) return true;
  const { rows } = await sql<{ lies: boolean }>`select ${liesBelow({
    unit: anyUnit([head.fromId, ...head.toIds]),
    above: anyUnit(subtreeOf),
    on: sql`${head.on}::date`,
    today,
  })} as lies`.execute(db);
  return rows[0]!.lies;
}

async function linesOf(db: Kysely<DB>, actor: Actor, id: string, today: string): Promise<HandedOver[]> {
  const scope = await readScope(db, actor);
  const { rows } = await sql<HandedOver & { shown: boolean; namesWithheld: string[] }>`
    select r.code, r.received_on as "receivedOn", ${outOfSight} as hidden, l.status, l.due_on as "dueOn",
      l.original_due_on as "originalDueOn", ${unitName(sql`l.lead_id`, sql`h.on_date`)} as lead,
      l.is_owner as "isOwner", l.is_lead as "isLead", l.is_coordinator as "isCoordinator",
      ${unitName(sql`l.to_unit_id`, sql`h.on_date`)} as to,
      (${readableIn(scope, today)} and ${wordsShownIn(scope, today)}) as shown,
      case when ${readableIn(scope, today)} then ${beginningOf(sql`r.text`, 300)} end as text,
      ${namesWithheldIn(scope, today)} as "namesWithheld"
    from hand_over h join hand_over_line l on l.hand_over_id = h.id
    join recommendation r on r.id = l.recommendation_id join unit u on u.id = r.unit_id
    where h.id = ${id} order by r.received_on, r.code`.execute(db);
  return rows.map(({ shown, ...row }) => {
    const line = seen(toldWithout(row, ["text"], 300), shown);
    return line.status === null ? { ...line, originalDueOn: null } : line;
  });
}
