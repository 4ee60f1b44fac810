import type { DB } from "#db";
import type { ReadScope } from "#modules/organization/server/index.ts";
import {
  latestFirst,
  presentMatters,
  saidThere,
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

/**
 * Nobody whose word counts (`whose`, of a word `e`) has said yes or no to what was answered on a matter `r` on that day: a word
 * on an earlier answer is none on this one.
 */
const unheard = (answeredOn: RawBuilder<unknown>, whose: RawBuilder<unknown>) => sql<boolean>`not exists (
  select from standing_event e where e.recommendation_id = r.id and e.act = 'confirm' and ${whose}
    and e.on_date >= coalesce(${answeredOn}, '-infinity'))`;

export type Unconfirmed = {
  readonly code: string;
  readonly excerpt: string;
  readonly villageName: string | null;
  readonly answeredOn: string | null;
};

/** Matters closed without anybody having said whether the present answer is right, of those with these ids, the latest first. */
export async function closedUnconfirmed(
  db: Kysely<DB>,
  scope: ReadScope,
  ids: readonly string[],
  today: string,
): Promise<Unconfirmed[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<Unconfirmed & { namesWithheld: string[] }>`
    select r.code, ${excerpt} as excerpt, ${namesWithheldIn(scope, today)} as "namesWithheld", p.answered_on as "answeredOn",
      ${village} as "villageName"
    from ${presentMatters}
    where p.recommendation_id = any(${[...ids]}::uuid[]) order by p.entered_on desc, p.recommendation_id desc`.execute(
    db,
  );
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
  const ids = sql`any(${[...villages]}::uuid[])`;
  const whose = spokeForVillage(ids);
  const ofVillage = sql<boolean>`own.village_id = ${ids} and own.hidden is null`;
  const { rows } = await sql<AnswerToRead & { namesWithheld: string[] }>`
    with own as (
      select own.recommendation_id, own.goes_on_id, own.received_on from present_matter own
      where ${ofVillage} and own.status in ('answered', 'answered_in_room') and own.goes_on_id = own.recommendation_id
      union all
      select own.recommendation_id, own.goes_on_id, own.received_on from present_matter own
      where ${ofVillage} and own.goes_on_id <> own.recommendation_id),
    raised as materialized (
      select distinct on (own.goes_on_id) own.goes_on_id, own.recommendation_id from own where ${saidThere("own")}
      order by own.goes_on_id, own.recommendation_id <> own.goes_on_id, own.received_on, own.recommendation_id)
    select r.code, m.text, r.withheld_names as "namesWithheld", said.text as answer, said.on_date as "answeredOn"
    from (select p.recommendation_id, p.answered_on, raised.recommendation_id as raised_id
      from raised join present_matter p on p.recommendation_id = raised.goes_on_id
      where p.status in ('answered', 'answered_in_room') and p.hidden is null
      order by p.answered_on desc nulls last, p.recommendation_id desc offset 0) p
    join recommendation r on r.id = p.recommendation_id join recommendation m on m.id = p.raised_id
    join lateral (select e.text, e.on_date from standing_event e where e.recommendation_id = r.id
        and e.act in ('answer', 'reply_from_above', 'rule') order by ${latestFirst("e")} limit 1) said on true
    where ${unheard(sql`said.on_date`, whose)}
    order by p.answered_on desc nulls last, p.recommendation_id desc limit ${mostListed}`.execute(db);
  return rows.map((row) => toldWithout(row, ["text", "answer"]));
}
