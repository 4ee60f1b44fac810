import type { Actor } from "#kernel/actor.ts";
import { Problem } from "#kernel/problem.ts";
import { readScope } from "#modules/organization/server/index.ts";
import { recommendationProblems } from "#modules/recommendation/problems.ts";
import type { DB } from "#db";
import { sql, type Kysely } from "kysely";

/** The id of a matter that the actor may read. @throws Problem `not_found`, also for what may not be known of */
export async function readableMatter(db: Kysely<DB>, actor: Actor, code: string): Promise<string> {
  const scope = await readScope(db, actor);
  const [subtreeOf, assignedTo] = [[...scope.subtreeOf], [...scope.assignedTo]];
  const [villages, reviewerOf] = [[...scope.villages], [...scope.reviewerOf]];
  const { rows } = await sql<{ id: string }>`
    with matter as (
      select r.id, r.unit_id, r.village_id, r.received_on,
        coalesce((select act = 'hold' from recommendation_event
          where recommendation_id = r.id and act in ('hold', 'release', 'route_out')
          order by sequence desc limit 1), false) as held
      from recommendation r where r.code = ${code})
    select m.id from matter m
    where (${scope.everything} or (
      exists (select from unit_ancestry a where a.descendant_id = m.unit_id
        and a.ancestor_id = any(${subtreeOf}::uuid[]))
      or m.village_id = any(${villages}::uuid[])
      or exists (select from recommendation_event e where e.recommendation_id = m.id and e.act = 'assign'
        and (e.lead_id = any(${assignedTo}::uuid[]) or exists (
          select from event_coordinator c where c.event_id = e.id and c.unit_id = any(${assignedTo}::uuid[]))))))
    and (not m.held or ${scope.everything} or exists (
      select from unit_ancestry a where a.descendant_id = m.unit_id
        and a.ancestor_id = any(${reviewerOf}::uuid[])))`.execute(db);
  const found = rows[0];
  if (!found) throw new Problem(recommendationProblems.not_found);
  return found.id;
}
