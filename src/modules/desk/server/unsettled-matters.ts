import type { DB } from "#db";
import { unitName, type ReadScope } from "#modules/organization/server/index.ts";
import {
  belongsNow,
  namesWithheldIn,
  noThatStands,
  wordsWithout,
  type MatterLine,
} from "#modules/recommendation/server/index.ts";
import type { Confirmer } from "#modules/recommendation/status-transitions.ts";
import { sql, type Kysely } from "kysely";

/** One no that stands: who said it, why, since when. */
export type StandingNo = {
  readonly by: Confirmer;
  /** From which villages, where people of a village spoke. */
  readonly villages: readonly string[];
  readonly on: string;
  readonly why: string | null;
};

/** A matter to whose answer somebody said no, with what is to be done about it. */
export type UnsettledMatter = {
  readonly code: string;
  readonly excerpt: string;
  readonly leadName: string | null;
  readonly noes: readonly StandingNo[];
  /** Whether the reader's own unit takes it up again, or closes it with the reason; otherwise the unit that does. */
  readonly decides: boolean;
  readonly keeperName: string;
};

const mostListed = 10;

type Row = Omit<UnsettledMatter, "excerpt" | "leadName"> & { readonly namesWithheld: readonly string[] };

/** What the people said no to and nothing has happened since, the oldest no first; at most ten of those listed. */
export async function unsettledMatters(
  db: Kysely<DB>,
  scope: ReadScope,
  matters: readonly MatterLine[],
  today: string,
): Promise<UnsettledMatter[]> {
  const lines = new Map(matters.map((line) => [line.code, line]));
  if (lines.size === 0) return [];
  const day = sql`${today}::date`;
  const { rows } = await sql<Row>`
    select r.code, ${namesWithheldIn(scope, today)} as "namesWithheld", said.noes, p.keeper_id = any(${[...scope.runs]}::uuid[]) as decides,
      ${unitName(sql`p.keeper_id`, day)} as "keeperName"
    from recommendation r join unit u on u.id = r.unit_id join present_matter p on p.recommendation_id = r.id
    cross join lateral (
      select min(no.on_date) as since, jsonb_agg(jsonb_build_object('by', no.confirmed_by, 'on', no.on_date, 'why', no.text,
        'villages', case when no.confirmed_by = 'front' then array[]::text[] else array(
          select distinct ${unitName(sql`s.village_id`, day)} from present_matter s
          where s.recommendation_id = any(coalesce(no.raised_in, array[r.id])) and s.village_id is not null
            and ${belongsNow(sql`s.recommendation_id`, sql`r.id`)}) end) order by no.on_date, no.sequence) as noes
      from standing_event no where no.recommendation_id = r.id and ${noThatStands}) said
    where r.code = any(${[...lines.keys()]}::text[]) order by said.since, r.code limit ${mostListed}`.execute(
    db,
  );
  return rows.map((row) => toldOf(row, lines.get(row.code)!));
}

function toldOf({ namesWithheld, noes, ...row }: Row, { excerpt, leadName }: MatterLine): UnsettledMatter {
  const told = noes.map((one) => ({ ...one, why: wordsWithout(one.why, namesWithheld) }));
  return { ...row, excerpt: excerpt ?? "", leadName, noes: told };
}
