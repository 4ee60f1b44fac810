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
import { remembered } from "#platform/server/database/remembered.ts";
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

/** Requests for an extension that wait for an answer, of the matters with these ids, the nearest date first. */
export async function extensionsAsked(
  db: Kysely<DB>,
  actor: Actor,
  scope: ReadScope,
  ids: readonly string[],
  today: string,
): Promise<ExtensionAsked[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<Row & { namesWithheld: string[] }>`
    select r.code, ${beginningOf(sql`r.text`, 240)} as excerpt, ${namesWithheldIn(scope, today)} as "namesWithheld", r.version, p.keeper_id as "keeperId", p.due_on as due,
      asked.due_on as "askedDue", asked.reason,
      ${unitName(sql`p.lead_id`, sql`${today}::date`)} as lead
    from ${presentMatters}
    join lateral (select e.act, e.due_on, e.reason from standing_event e where e.recommendation_id = r.id
        and e.act in ('ask_extension', 'refuse_extension', 'extend', 'assign', 'return', 'reopen')
      order by ${latestFirst("e")} limit 1) asked on asked.act = 'ask_extension'
    where p.recommendation_id = any(${[...ids]}::uuid[]) order by p.sort_due_on, p.recommendation_id`.execute(
    db,
  );
  const decides = await decidedBy(db, actor, rows, today);
  return rows.map(({ keeperId, ...asked }) => ({
    ...toldWithout({ ...asked, reason: wordsWithout(asked.reason, asked.namesWithheld) }, ["excerpt"], 240),
    mayDecide: decides.has(keeperId),
  }));
}

const mayExtend = remembered((db: Kysely<DB>, actor: Actor, unit: string, today: string) =>
  mayDo(db, actor, mayMove.extend, unit, today),
);

/** The units in which the actor grants and refuses; each act judges again. */
async function decidedBy(
  db: Kysely<DB>,
  actor: Actor,
  rows: readonly Row[],
  today: string,
): Promise<ReadonlySet<string>> {
  const decided = new Set<string>();
  for (const unit of new Set(rows.map(({ keeperId }) => keeperId))) {
    if (await mayExtend(db, actor, unit, today)) decided.add(unit);
  }
  return decided;
}
