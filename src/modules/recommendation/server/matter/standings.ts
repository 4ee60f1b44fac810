import type { DB } from "#db";
import { unitName } from "#modules/organization/server/index.ts";
import { sql, type Kysely } from "kysely";
import type { Standing } from "../../standing.ts";
import { comesBefore, latestFirst } from "../moves/latest-first.ts";
import { noTakenBack } from "./unsettled.ts";

/**
 * What the statuses of matters at the end of a day leave unsaid, by their codes. It is asked of what the reader may know;
 * names in reasons are left out by whoever tells them.
 */
export async function standings(
  db: Kysely<DB>,
  codes: readonly string[],
  day: string,
): Promise<(code: string) => Standing> {
  const by = sql`${day}::date`;
  const { rows } = await sql<Standing & { code: string }>`
    select r.code, case when p.is_open and p.original_due_on <> p.due_on then p.original_due_on end as "firstDueOn",
      case p.status when 'blocked' then (select e.reason from standing_event e
        where e.recommendation_id = r.id and e.act = 'block' and e.on_date <= ${by}
        order by ${latestFirst("e")} limit 1) end as "blockedBecause",
      case p.status when 'passed_up' then (select coalesce(${unitName(sql`e.to_unit_id`, by)}, e.to_text) from standing_event e
        where e.recommendation_id = r.id and e.act = 'forward_up' and (e.to_unit_id is not null or e.to_text is not null)
          and e.on_date <= ${by} order by ${latestFirst("e")} limit 1) end as "passedTo",
      case said.act when 'reopen' then said.on_date end as "reopenedOn",
      case p.status when 'closed' then p.entered_on end as "closedOn",
      (select jsonb_build_object('by', no.confirmed_by, 'on', no.on_date) from standing_event no
        where no.recommendation_id = r.id and no.act = 'confirm' and not no.satisfied and no.on_date <= ${by}
          and not exists (select from standing_event later where later.recommendation_id = r.id
            and later.act in ('answer', 'reply_from_above', 'rule') and later.on_date <= ${by} and ${comesBefore("no", "later")})
          and ${noTakenBack(sql`standing_event`, sql`yes.on_date <= ${by}`)}
        order by no.confirmed_by = 'front' desc, ${latestFirst("no")} limit 1) as no
    from recommendation r
    join state_period p on p.recommendation_id = r.id and p.superseded_at = 'infinity'
      and p.entered_on <= ${by} and p.left_on > ${by}
    left join lateral (select e.act, e.on_date from standing_event e
      where e.recommendation_id = r.id and e.act in ('answer', 'reply_from_above', 'rule', 'reopen') and e.on_date <= ${by}
      order by ${latestFirst("e")} limit 1) said on true
    where r.code = any(${[...codes]}::text[])`.execute(db);
  const known = new Map(rows.map(({ code, ...standing }) => [code, standing]));
  return (code) => known.get(code) ?? nothingMore;
}

const nothingMore: Standing = {
  ...{ firstDueOn: null, blockedBecause: null, passedTo: null, reopenedOn: null, closedOn: null, no: null },
};
