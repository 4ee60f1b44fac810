import type { ReadScope } from "#modules/organization/server/index.ts";
import { sql, type RawBuilder } from "kysely";

/**
 * Whether an issued document `d` may be read: by those who read the whole register of its unit. A transfer slip
 * sends a complaint or a denunciation on, and is for those who review these.
 */
export function readableDocument(scope: ReadScope): RawBuilder<boolean> {
  if (scope.everything) return sql`true`;
  return sql`(${below(scope.subtreeOf)} and (d.kind <> 'transfer_slip' or ${below(scope.reviewerOf)}))`;
}

function below(unitIds: readonly string[]): RawBuilder<boolean> {
  return sql`exists (select from unit_ancestry a
    where a.descendant_id = d.unit_id and a.ancestor_id = any(${[...unitIds]}::uuid[]))`;
}
