import type { DB } from "#db";
import type { Actor } from "#kernel/actor.ts";
import { Problem } from "#kernel/problem.ts";
import { readScope, unitName } from "#modules/organization/server/index.ts";
import {
  comesBefore,
  latestFirst,
  noTakenBack,
  outOfSight,
  spokeForVillage,
  toldInPublic,
} from "#modules/recommendation/server/index.ts";
import type { ToldInPublic } from "#modules/recommendation/public-words.ts";
import type { Standing } from "#modules/recommendation/standing.ts";
import type { Status } from "#modules/recommendation/status-transitions.ts";
import { sql, type Kysely } from "kysely";
import { deskProblems as problems } from "../problems.ts";

/** A matter of the village as it is read out there. */
export type ReadOut = {
  /** Of the matter that goes on, which is judged. */
  readonly code: string;
  /** The code under which this village raised it, where that was merged into the other. */
  readonly raisedAs: string | null;
  /** What the one who reads it out has seen of it. */
  readonly version: number;
  readonly village: string;
  readonly text: string;
  readonly receivedOn: string;
  readonly status: Status;
  /** What was answered, by whom, when; null while there is no answer. */
  readonly answer: {
    readonly text: string | null;
    readonly by: string;
    readonly on: string;
    readonly symbol: string | null;
  } | null;
  /** The word of the village, or the finding of the Front, that the last answer is not right: it waits for more to be done. */
  readonly no: Standing["no"];
  /** The agency that has it in hand, and until when. */
  readonly leadName: string | null;
  readonly dueOn: string | null;
};

export type ReadOutPage = {
  readonly villages: readonly string[];
  /** Answered, and nobody has said yet whether it is right; the earliest answer first. */
  readonly answered: readonly ReadOut[];
  /** Answered, and it was said that it is not right; what is done about it is awaited. */
  readonly returned: readonly ReadOut[];
  /** Still open; the nearest date first. */
  readonly open: readonly ReadOut[];
};

const MOST = 300;

/**
 * The matters of a village head's villages with their answers, to be read out: what was merged with the answer of the
 * matter it goes on in, each such matter once. What was put out of sight is left out: its words are for nobody's ears; all
 * others are told as in public.
 * @throws Problem `village_only`
 */
export async function readOutPage(db: Kysely<DB>, actor: Actor, today: string): Promise<ReadOutPage> {
  const { villages } = await readScope(db, actor);
  if (villages.length === 0) throw new Problem(problems.village_only);
  const ids = sql`any(${[...villages]}::uuid[])`;
  const { rows } = await sql<ReadOut & { saidAll: boolean }>`
    with raised as (
      select distinct on (own.goes_on_id) own.goes_on_id, m.code, m.village_id, m.text, m.received_on
      from present_matter own join recommendation m on m.id = own.recommendation_id
      where own.village_id = ${ids} and m.forwarded_from_id is null and own.hidden is null
      order by own.goes_on_id, own.recommendation_id <> own.goes_on_id, m.received_on, m.id)
    select r.code, r.version, case when raised.code <> r.code then raised.code end as "raisedAs",
      ${unitName(sql`raised.village_id`, sql`${today}::date`)} as village, raised.text,
      raised.received_on as "receivedOn", p.status, p.due_on as "dueOn",
      ${unitName(sql`p.lead_id`, sql`${today}::date`)} as "leadName",
      case when not p.is_open and said.id is not null then jsonb_build_object('text', said.text, 'on', said.on_date,
        'symbol', said.symbol, 'by', ${unitName(
          sql`coalesce(case when said.act = 'answer' then worked.lead_id end, r.unit_id)`,
          sql`said.on_date`,
        )}) end as answer,
      not p.is_open as "saidAll", case when refused.on_date is not null then
        jsonb_build_object('by', refused.confirmed_by, 'on', refused.on_date) end as no
    from raised join recommendation r on r.id = raised.goes_on_id
    join state_period p on p.recommendation_id = r.id
      and p.superseded_at = 'infinity' and p.left_on = 'infinity'
    left join lateral (select e.id, e.act, e.text, e.on_date, e.symbol, e.sequence from standing_event e
      where e.recommendation_id = r.id and e.act in ('answer', 'reply_from_above', 'rule')
      order by ${latestFirst("e")} limit 1) said on true
    left join lateral (select e.lead_id from standing_event e
      where e.recommendation_id = r.id and e.lead_id is not null and ${comesBefore("e", "said")}
      order by ${latestFirst("e")} limit 1) worked on true
    left join lateral (select no.confirmed_by, no.on_date from standing_event no join standing_event e on e.id = no.id
      where no.recommendation_id = r.id and no.act = 'confirm' and not no.satisfied and ${comesBefore("said", "no")}
        and ${spokeForVillage(ids)} and ${noTakenBack(sql`standing_event`)}
      order by no.confirmed_by = 'front' desc, ${latestFirst("no")} limit 1) refused on true
    where not ${outOfSight}
      and (p.is_open or (p.status in ('answered', 'answered_in_room') and (refused.on_date is not null or not exists (
        select from standing_event e
        where e.recommendation_id = r.id and e.act = 'confirm' and ${comesBefore("said", "e")}
          and ${spokeForVillage(ids)}))))
    order by said.on_date, p.due_on nulls last, r.code limit ${MOST}`.execute(db);
  const { told } = await toldInPublic(
    db,
    rows.flatMap(({ code, raisedAs }) => (raisedAs ? [code, raisedAs] : [code])),
  );
  const matters = rows.map(({ saidAll, ...row }) => ({ saidAll, matter: readAloud(row, told) }));
  const said = matters.filter(({ saidAll }) => saidAll).map(({ matter }) => matter);
  const late = (matter: ReadOut) => matter.dueOn ?? "infinity";
  return {
    villages: await villageNames(db, actor, today),
    answered: said.filter(({ no }) => no === null),
    returned: said.filter(({ no }) => no !== null),
    open: matters
      .filter(({ saidAll }) => !saidAll)
      .map(({ matter }) => matter)
      .toSorted((one, other) => (late(one) < late(other) ? -1 : late(one) > late(other) ? 1 : 0)),
  };
}

function readAloud(row: ReadOut, told: ToldInPublic): ReadOut {
  const { answer } = row;
  const said = answer?.text ? told(answer.text, row.code) : null;
  return {
    ...row,
    text: told(row.text, row.raisedAs ?? row.code),
    answer: answer && { ...answer, text: said },
  };
}

/** The villages of the posts held today, as they are called today. */
async function villageNames(db: Kysely<DB>, actor: Actor, today: string): Promise<string[]> {
  const held =
    actor.kind === "person" ? actor.posts.filter(({ capacity }) => capacity === "village_head") : [];
  const ids = held.map(({ unitId }) => unitId);
  const { rows } = await sql<{ name: string }>`
    select ${unitName(sql`u.id`, sql`${today}::date`)} as name from unit u where u.id = any(${ids}::uuid[])
    order by u.code`.execute(db);
  return rows.map(({ name }) => name);
}
