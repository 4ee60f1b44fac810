import type { DB } from "#db";
import type { ReadScope } from "#modules/organization/server/index.ts";
import { unitName } from "#modules/organization/server/index.ts";
import {
  latestFirst,
  outOfSight,
  readableIn,
  spokeForVillage,
  beginningOf,
  namesWithheldIn,
  toldWithout,
  villageOfMatter,
} from "#modules/recommendation/server/index.ts";
import { sql, type Kysely, type RawBuilder } from "kysely";

const mostListed = 10;
const excerpt = beginningOf(sql`r.text`, 240);
const village = villageOfMatter({
  unit: sql`r.unit_id`,
  village: sql`r.village_id`,
  day: sql`r.received_on`,
});
/** In the register of a unit that one reads whole, or handed over to it; of a matter `r` with its unit `u`. */
const lies = (scope: ReadScope, today: string) =>
  readableIn({ ...scope, assignedTo: [], runs: [], villages: [] }, today);
const present = sql`p.superseded_at = 'infinity' and p.left_on = 'infinity'`;

/**
 * Nobody has said yes or no to what was answered on a matter `r` on that day: a word on an earlier answer is none on this
 * one. `whose` says of a word `e` whether it counts.
 */
const unheard = (
  answeredOn: RawBuilder<unknown>,
  whose: RawBuilder<unknown> = sql`true`,
) => sql<boolean>`not exists (
  select from standing_event e where e.recommendation_id = r.id and e.act = 'confirm' and ${whose}
    and e.on_date >= coalesce(${answeredOn}, '-infinity'))`;

export type Unconfirmed = {
  readonly code: string;
  readonly excerpt: string;
  readonly villageName: string | null;
  readonly answeredOn: string | null;
};

/** Matters closed without anybody having said whether the present answer is right, the latest first; at most ten. */
export async function closedUnconfirmed(
  db: Kysely<DB>,
  scope: ReadScope,
  today: string,
): Promise<Unconfirmed[]> {
  const { rows } = await sql<Unconfirmed & { namesWithheld: string[] }>`
    select r.code, ${excerpt} as excerpt, ${namesWithheldIn(scope, today)} as "namesWithheld", p.answered_on as "answeredOn",
      ${village} as "villageName"
    from state_period p join recommendation r on r.id = p.recommendation_id join unit u on u.id = r.unit_id
    where ${present} and p.status = 'closed' and ${lies(scope, today)} and not ${outOfSight}
      and ${unheard(sql`p.answered_on`)}
    order by p.entered_on desc, r.code limit ${mostListed}`.execute(db);
  return rows.map((row) => toldWithout(row, ["excerpt"], 240));
}

/** A matter of the village with the answer that came, to be read out there. */
export type AnswerToRead = {
  readonly code: string;
  readonly text: string;
  readonly answer: string | null;
  readonly answeredOn: string;
};

/** Answers that have come, also to the matter in which one of the village goes on, and that nobody there, nor the Front, has said anything to yet, the latest first; at most ten. */
export async function answersToRead(db: Kysely<DB>, { villages }: ReadScope): Promise<AnswerToRead[]> {
  const whose = spokeForVillage(sql`any(${[...villages]}::uuid[])`);
  const { rows } = await sql<AnswerToRead & { namesWithheld: string[] }>`
    with raised as (
      select distinct on (own.goes_on_id) own.goes_on_id, m.text
      from present_matter own join recommendation m on m.id = own.recommendation_id
      where own.village_id = any(${[...villages]}::uuid[]) and m.forwarded_from_id is null and own.hidden is null
      order by own.goes_on_id, own.recommendation_id <> own.goes_on_id, m.received_on, m.id)
    select r.code, raised.text, r.withheld_names as "namesWithheld", said.text as answer, said.on_date as "answeredOn"
    from raised join recommendation r on r.id = raised.goes_on_id join state_period p on p.recommendation_id = r.id and ${present}
    join lateral (select e.text, e.on_date from standing_event e where e.recommendation_id = r.id
        and e.act in ('answer', 'reply_from_above', 'rule') order by ${latestFirst("e")} limit 1) said on true
    where p.status in ('answered', 'answered_in_room')
      and not ${outOfSight} and ${unheard(sql`said.on_date`, whose)}
    order by said.on_date desc, r.code limit ${mostListed}`.execute(db);
  return rows.map((row) => toldWithout(row, ["text", "answer"]));
}

const mostAgencies = 8;

/** The agencies with the most matters past their date, and how many have any. */
export async function lateAgencies(
  db: Kysely<DB>,
  scope: ReadScope,
  today: string,
): Promise<{ agencies: { code: string; name: string }[]; of: number }> {
  const { rows } = await sql<{ code: string; name: string; of: number }>`
    select count(*) over ()::int as of, lead.code, ${unitName(sql`lead.id`, sql`${today}::date`)} as name
    from state_period p join recommendation r on r.id = p.recommendation_id join unit u on u.id = r.unit_id
    join unit lead on lead.id = p.lead_id
    where ${present} and p.is_open and p.class = 'in_hand' and p.due_on < ${today}::date and ${lies(scope, today)}
      and not ${outOfSight}
    group by lead.id, lead.code order by count(*) desc, lead.code limit ${mostAgencies}`.execute(db);
  return { agencies: rows.map(({ code, name }) => ({ code, name })), of: rows[0]?.of ?? 0 };
}
