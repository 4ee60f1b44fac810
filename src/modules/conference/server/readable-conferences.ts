import { sql, type RawBuilder } from "kysely";
import type { ReadScope } from "#modules/organization/server/index.ts";

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
