import type { DB } from "#db";
import type { Actor } from "#kernel/actor.ts";
import { Problem } from "#kernel/problem.ts";
import { anyUnit, liesBelow, unitName, withPredecessors } from "#modules/organization/server/index.ts";
import {
  comesBefore,
  latestFirst,
  outOfSight,
  villageOfMatter,
  toldWithout,
  wordsWithout,
} from "#modules/recommendation/server/index.ts";
import type { Outcome, Status } from "#modules/recommendation/status-transitions.ts";
import { sql, type Kysely } from "kysely";
import { deskProblems as problems } from "../problems.ts";
import { endedStatuses, type SampleAsked } from "../sample.ts";

/** A matter that had ended and was drawn, and what the Front found since. */
export type Sampled = {
  readonly code: string;
  readonly text: string;
  readonly unitName: string;
  readonly villageName: string | null;
  readonly answer: string | null;
  readonly answeredOn: string | null;
  readonly outcome: Outcome | null;
  readonly leadName: string | null;
  /** Where it stands now, and since which day. */
  readonly status: Status;
  readonly since: string;
  readonly finding: { readonly satisfied: boolean; readonly on: string; readonly text: string | null } | null;
};

export type Sample = { readonly of: number; readonly matters: readonly Sampled[] };

/**
 * A random sample of the matters that had ended at a moment, as known then, in the units of the Front's posts and below:
 * answered, in the room too, noted or closed. Each is as likely as any other: they are put in the order of a hash of the seed with their id, and the first
 * are taken. The same seed and moment give the same matters again, whatever was reopened since; only what was put out
 * of sight meanwhile is passed over.
 * @throws Problem `front_only`
 */
export async function drawSample(
  db: Kysely<DB>,
  actor: Actor,
  asked: SampleAsked,
  today: string,
): Promise<Sample> {
  const units = await frontUnits(db, actor);
  const { rows } = await sql<Sampled & { of: number; namesWithheld: string[] }>`
    with ended as (
      select r.id from state_period p join recommendation r on r.id = p.recommendation_id
      where p.status = any(${[...endedStatuses]}) and p.recorded_at <= ${asked.at}::timestamptz
        and p.superseded_at > ${asked.at}::timestamptz and p.left_on = 'infinity'
        and r.taken_back_at is null and not ${outOfSight}
        and ${liesBelow({ unit: sql`r.unit_id`, above: anyUnit(units), on: sql`r.received_on`, today })}),
    drawn as (
      select ended.*, count(*) over ()::int as of, md5(${asked.seed} || ended.id::text) as place from ended
      order by place, ended.id limit ${asked.size})
    select r.code, r.text, r.withheld_names as "namesWithheld", drawn.of, now_at.status, now_at.entered_on as "since",
      ${unitName(sql`r.unit_id`, sql`r.received_on`)} as "unitName",
      ${villageOfMatter({ unit: sql`r.unit_id`, village: sql`r.village_id`, day: sql`r.received_on` })} as "villageName",
      said.text as answer, said.on_date as "answeredOn", said.outcome,
      ${unitName(sql`worked.lead_id`, sql`${today}::date`)} as "leadName",
      case when found.id is not null then jsonb_build_object('satisfied', found.satisfied, 'on', found.on_date,
        'text', found.text) end as finding
    from drawn join recommendation r on r.id = drawn.id
    join state_period now_at on now_at.recommendation_id = r.id
      and now_at.superseded_at = 'infinity' and now_at.left_on = 'infinity'
    left join lateral (select e.text, e.on_date, e.outcome, e.sequence from standing_event e
      where e.recommendation_id = r.id and e.act in ('answer', 'reply_from_above', 'rule')
        and e.recorded_at <= ${asked.at}::timestamptz
      order by ${latestFirst("e")} limit 1) said on true
    left join lateral (select e.lead_id from standing_event e
      where e.recommendation_id = r.id and e.lead_id is not null and ${comesBefore("e", "said")}
      order by ${latestFirst("e")} limit 1) worked on true
    left join lateral (select e.id, e.satisfied, e.on_date, e.text from standing_event e
      where e.recommendation_id = r.id and e.act = 'confirm' and e.confirmed_by = 'front'
        and e.recorded_at > ${asked.at}::timestamptz
      order by ${latestFirst("e")} limit 1) found on true
    order by drawn.place, drawn.id`.execute(db);
  return { of: rows[0]?.of ?? 0, matters: rows.map(({ of: _, ...matter }) => toldOf(matter)) };
}

function toldOf(row: Sampled & { namesWithheld: string[] }): Sampled {
  const { finding } = row;
  const text = finding && wordsWithout(finding.text, row.namesWithheld);
  return { ...toldWithout(row, ["text", "answer"]), finding: finding && { ...finding, text } };
}

/** The units of the posts held in the Front, with what they carry on. @throws Problem `front_only` */
async function frontUnits(db: Kysely<DB>, actor: Actor): Promise<string[]> {
  const posts = actor.kind === "person" ? actor.posts : [];
  const held = posts.filter(({ capacity }) => capacity === "front_chair" || capacity === "front_officer");
  if (held.length === 0) throw new Problem(problems.front_only);
  return withPredecessors(
    db,
    held.map(({ unitId }) => unitId),
  );
}
