import type { DB } from "#db";
import { unitName } from "#modules/organization/server/index.ts";
import {
  latestFirst,
  outOfSight,
  presentMatters,
  stillApproved,
} from "#modules/recommendation/server/index.ts";
import type { ReportClass } from "#modules/recommendation/matter.ts";
import type { Status } from "#modules/recommendation/status-transitions.ts";
import { sql, type Kysely, type RawBuilder } from "kysely";

/** Words of a matter, and what a person approved of them for posting. */
export type PostedText = {
  readonly original: string;
  /** SHA-256 of the original, in hexadecimal. */
  readonly digest: string;
  readonly approved: string | null;
  readonly approvedAt: string | null;
  readonly approvedBy: string | null;
};

/** A matter of a conference with the words that its results consist of. */
export type PostedRow = {
  readonly id: string;
  readonly code: string;
  /** The matter of another conference in which it goes on, whose state and answer it has. */
  readonly goesOnIn: string | null;
  readonly status: Status;
  readonly class: ReportClass;
  readonly open: boolean;
  readonly leadName: string | null;
  readonly dueOn: string | null;
  readonly answeredOn: string | null;
  readonly hidden: boolean;
  /** Of everybody who raised it or spoke in the room. */
  readonly names: readonly string[];
  readonly text: PostedText;
  readonly answer: PostedText | null;
};

/**
 * The matters of the conference in the order of the notice. One that was merged stands with the one it goes on in, where
 * that is of this conference; else in its own line, with what became of the other.
 */
export async function postedRows(
  db: Kysely<DB>,
  conference: string,
  noticeId: string,
  today: string,
): Promise<PostedRow[]> {
  const { rows } = await sql<PostedRow>`
    with said as (
      select r.id, r.code, g.status, g.class, g.is_open as open, l.position,
        case when goes_on.id <> r.id and g.hidden is null then goes_on.code end as "goesOnIn",
        ${unitName(sql`g.lead_id`, sql`${today}::date`)} as "leadName", g.due_on as "dueOn",
        g.answered_on as "answeredOn", ${outOfSight} as hidden, coalesce(l.task, r.text) as text,
        (select e.text from standing_event e where e.recommendation_id = goes_on.id
          and e.act in ('answer', 'reply_from_above', 'rule') and g.class in ('done', 'explained', 'refused',
            'answered_in_room', 'noted') order by ${latestFirst("e")} limit 1) as answer,
        array(select q.name from requester q where q.name is not null and q.recommendation_id in (
            select r.id union all select goes_on.id
            union all select m.recommendation_id from present_matter m
              where m.goes_on_id = goes_on.id and m.goes_on_id <> m.recommendation_id)
          union select t.speaker from turn t where t.conference_id = ${conference} and t.speaker is not null
          union select unnest(r.withheld_names || goes_on.withheld_names)) as names
      from ${presentMatters} join present_matter g on g.recommendation_id = p.goes_on_id
      join recommendation goes_on on goes_on.id = g.recommendation_id left join notice_line l on l.recommendation_id = r.id and l.notice_id = ${noticeId}
      where r.conference_id = ${conference} and r.taken_back_at is null
        and (goes_on.id = r.id or goes_on.conference_id is distinct from r.conference_id)
        and (g.class not in ('duplicate', 'invalid') or ${outOfSight}))
    select id, code, "goesOnIn", status, class, open, "leadName", "dueOn", "answeredOn", hidden, names,
      ${approvalOf(sql`said.text`)} as text,
      case when said.answer is not null then ${approvalOf(sql`said.answer`)} end as answer
    from said order by position nulls last, code`.execute(db);
  return rows;
}

/** The last approval of exactly these words of the matter `said` that still stands. */
function approvalOf(words: RawBuilder<unknown>): RawBuilder<unknown> {
  const digest = sql`sha256(convert_to(${words}, 'UTF8'))`;
  return sql`(select jsonb_build_object('original', ${words}, 'digest', encode(${digest}, 'hex'),
      'approved', v.text, 'approvedAt', v.approved_at, 'approvedBy', h.full_name)
    from (select) one left join lateral (select a.text, a.approved_at, a.approved_by from public_version a
      where a.recommendation_id = said.id and a.original_digest = ${digest}
        and ${stillApproved}
      order by a.id desc limit 1) v on true
    left join person h on h.id = v.approved_by)`;
}

/** Words that wait for somebody to approve a public version of them. */
export function awaitingOf({ text, answer, hidden }: PostedRow): PostedText[] {
  if (hidden) return [];
  return [text, ...(answer ? [answer] : [])].filter(({ approved }) => approved === null);
}
