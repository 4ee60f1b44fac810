import type { DB } from "#db";
import { unitName } from "#modules/organization/server/index.ts";
import { keeperOfMatter, latestFirst, outOfSight } from "#modules/recommendation/server/index.ts";
import { sql, type Kysely } from "kysely";

/** A date that some agency has to keep. */
export type OwedDate = {
  readonly recommendationId: string;
  readonly code: string;
  readonly unitId: string;
  readonly leadId: string;
  readonly agency: string;
  readonly role: "lead" | "coordinator";
  /** The agency that this date is for. */
  readonly agencyId: string;
  /** The last assignment or reopening: since then the date runs. */
  readonly assignedOn: string;
  readonly due: string;
};

/**
 * The next dates of matters in hand, in the order of the matters' ids: the lead's present date, and each
 * coordinating agency's own until it has called its part done. One that was given the assignment's date, or none, moves with it when that is extended.
 * Matters held for review are left out: nobody but the reviewer is to look at them.
 */
export async function owedDates(
  db: Kysely<DB>,
  after: string | null,
  limit: number,
  today: string,
): Promise<OwedDate[]> {
  const { rows } = await sql<OwedDate>`
    with matter as (
      select r.id, r.code, ${keeperOfMatter} as unit_id, p.lead_id, p.due_on, team.id as event_id, a.on_date, a.sequence as asked, begun.on_date as begun_on,
        team.due_on as given_due
      from state_period p
      join recommendation r on r.id = p.recommendation_id
      join lateral (select e.on_date, e.sequence from standing_event e
        where e.recommendation_id = r.id and e.act = 'assign' order by ${latestFirst("e")} limit 1) a on true
      join lateral (select max(e.on_date) as on_date from standing_event e
        where e.recommendation_id = r.id and e.act in ('assign', 'reopen')) begun on true
      join lateral (select e.id, e.due_on from standing_event e where e.recommendation_id = r.id
        and e.act in ('assign', 'hand_over') order by ${latestFirst("e")} limit 1) team on true
      where p.superseded_at = 'infinity' and p.left_on = 'infinity' and p.is_open and p.status = 'in_hand'
        and p.lead_id is not null and p.due_on is not null
        and r.id > coalesce(${after}::uuid, '00000000-0000-0000-0000-000000000000')
        and not ${outOfSight}
      order by r.id limit ${limit}),
    owed as (
      select matter.*, 'lead' as role, lead_id as agency_id, due_on as own_due from matter
      union all
      select matter.*, 'coordinator', c.unit_id, case when coalesce(c.due_on, given_due) is not distinct from given_due then matter.due_on else c.due_on end
      from matter join event_coordinator c on c.event_id = matter.event_id
      where not exists (select from standing_event done
        where done.recommendation_id = matter.id and done.act = 'finish_duty' and coalesce(done.duty_of, done.coordinator_id) = coalesce(c.duty_of, c.unit_id)
          and (done.on_date, done.sequence) > (matter.on_date, matter.asked)))
    select id as "recommendationId", code, unit_id as "unitId", lead_id as "leadId", role, agency_id as "agencyId",
      begun_on as "assignedOn", own_due as due,
      coalesce(${unitName(sql`owed.lead_id`, sql`${today}::date`)}, '') as agency
    from owed order by id, role desc, agency_id`.execute(db);
  return rows;
}
