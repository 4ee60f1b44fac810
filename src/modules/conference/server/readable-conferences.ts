import { sql, type RawBuilder } from "kysely";
import type { ReadScope } from "#modules/organization/server/index.ts";
import { heldMatter } from "#modules/recommendation/server/index.ts";

/**
 * Whether a conference `c` may be read. Those who read a whole unit read its conferences and those below it;
 * an agency and a village read the conferences of the unit that they hang on.
 */
export function readableConference(scope: ReadScope): RawBuilder<boolean> {
  if (scope.everything) return sql`true`;
  return sql`(
    exists (select from unit_ancestry a
      where a.descendant_id = c.unit_id and a.ancestor_id = any(${[...scope.subtreeOf]}::uuid[]))
    or exists (select from unit_parent p
      where p.parent_id = c.unit_id and p.unit_id = any(${[...scope.assignedTo, ...scope.villages]}::uuid[])))`;
}

/** Whether a matter `r` may be read, and is not out of sight for this reader. */
export function readableMatter(scope: ReadScope): RawBuilder<boolean> {
  if (scope.everything) return sql`true`;
  const [agencies, villages] = [[...scope.assignedTo], [...scope.villages]];
  const below = (ancestors: readonly string[]) => sql`exists (select from unit_ancestry a
    where a.descendant_id = r.unit_id and a.ancestor_id = any(${[...ancestors]}::uuid[]))`;
  return sql`(
    (${below(scope.subtreeOf)}
      or r.village_id = any(${villages}::uuid[])
      or exists (select from recommendation_event e where e.recommendation_id = r.id and e.act = 'assign'
        and (e.lead_id = any(${agencies}::uuid[]) or exists (select from event_coordinator ec
          where ec.event_id = e.id and ec.unit_id = any(${agencies}::uuid[])))))
    and (not ${heldMatter} or ${below(scope.reviewerOf)}))`;
}
