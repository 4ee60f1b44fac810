import type { DB } from "#db";
import type { Actor } from "#kernel/actor.ts";
import { mayDo, unitName, type ReadScope } from "#modules/organization/server/index.ts";
import { mayMove } from "#modules/recommendation/permissions.ts";
import {
  beginningOf,
  latestFirst,
  namesWithheldIn,
  presentMatters,
  toldWithout,
  wordsWithout,
} from "#modules/recommendation/server/index.ts";
import { inOwnRegisters } from "./own-registers.ts";
import { sql, type Kysely } from "kysely";

/** A matter whose agency asks for more time, and nobody has answered it yet. */
export type ExtensionAsked = {
  readonly code: string;
  readonly excerpt: string;
  readonly lead: string | null;
  readonly due: string | null;
  readonly askedDue: string;
  readonly reason: string | null;
  /** What a form that decides it was looking at. */
  readonly version: number;
  /** Whether it is the reader who grants or refuses it. */
  readonly mayDecide: boolean;
};

type Row = Omit<ExtensionAsked, "mayDecide"> & { readonly keeperId: string };

const mostListed = 10;

/** Requests for an extension that wait for an answer, the nearest date first; at most ten. */
export async function extensionsAsked(
  db: Kysely<DB>,
  actor: Actor,
  scope: ReadScope,
  today: string,
): Promise<ExtensionAsked[]> {
  const lies = await inOwnRegisters(db, actor, scope, today);
  const { rows } = await sql<Row & { namesWithheld: string[] }>`
    select r.code, ${beginningOf(sql`r.text`, 240)} as excerpt, ${namesWithheldIn(scope, today)} as "namesWithheld", r.version, p.keeper_id as "keeperId", p.due_on as due,
      asked.due_on as "askedDue", asked.reason,
      ${unitName(sql`p.lead_id`, sql`${today}::date`)} as lead
    from ${presentMatters}
    join lateral (select e.act, e.due_on, e.reason from standing_event e where e.recommendation_id = r.id
        and e.act in ('ask_extension', 'refuse_extension', 'extend', 'assign', 'return', 'reopen')
      order by ${latestFirst("e")} limit 1) asked on asked.act = 'ask_extension'
    where p.is_open and p.status = 'in_hand' and p.hidden is null and ${lies}
      and p.recommendation_id in (select e.recommendation_id from recommendation_event e where e.act = 'ask_extension')
    order by p.due_on, r.code limit ${mostListed}`.execute(db);
  const decides = await decidedBy(db, actor, rows, today);
  return rows.map(({ keeperId, ...asked }) => ({
    ...toldWithout({ ...asked, reason: wordsWithout(asked.reason, asked.namesWithheld) }, ["excerpt"], 240),
    mayDecide: decides.has(keeperId),
  }));
}

/** The units in which the actor grants and refuses; each act judges again. */
async function decidedBy(
  db: Kysely<DB>,
  actor: Actor,
  rows: readonly Row[],
  today: string,
): Promise<ReadonlySet<string>> {
  const decided = new Set<string>();
  for (const unit of new Set(rows.map(({ keeperId }) => keeperId))) {
    if (await mayDo(db, actor, mayMove.extend, unit, today)) decided.add(unit);
  }
  return decided;
}
