import type { DB } from "#db";
import type { Actor } from "#kernel/actor.ts";
import type { ReadScope } from "#modules/organization/server/index.ts";
import {
  latestFirst,
  outOfSight,
  presentMatters,
  spokeForVillage,
  beginningOf,
  namesWithheldIn,
  toldWithout,
  villageOfMatter,
} from "#modules/recommendation/server/index.ts";
import { inOwnRegisters } from "./own-registers.ts";
import { sql, type Kysely, type RawBuilder } from "kysely";

const mostListed = 10;
const excerpt = beginningOf(sql`r.text`, 240);
const village = villageOfMatter({
  unit: sql`r.unit_id`,
  village: sql`r.village_id`,
  day: sql`r.received_on`,
});
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
  actor: Actor,
  scope: ReadScope,
  today: string,
): Promise<Unconfirmed[]> {
  const { rows } = await sql<Unconfirmed & { namesWithheld: string[] }>`
    select r.code, ${excerpt} as excerpt, ${namesWithheldIn(scope, today)} as "namesWithheld", p.answered_on as "answeredOn",
      ${village} as "villageName"
    from ${presentMatters}
    where p.status = 'closed' and p.hidden is null and ${await inOwnRegisters(db, actor, scope, today)}
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
