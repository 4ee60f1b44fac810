import { anyUnit, liesBelow, type ReadScope } from "#modules/organization/server/index.ts";
import { sql, type RawBuilder } from "kysely";

/**
 * Whether an issued document `d` may be read: by those who read the whole register of its unit. A transfer slip
 * sends a complaint or a denunciation on, and is for those who review these; so is whatever was written about a
 * recommendation whose words have been put out of sight since. A notice of conclusion is then read on its own page,
 * without that line.
 */
export function readableDocument(scope: ReadScope, today: string): RawBuilder<boolean> {
  if (scope.everything) return sql`true`;
  return sql`(${below(scope.subtreeOf, today)} and (not ${forReviewers} or ${below(scope.reviewerOf, today)}))`;
}

const forReviewers = sql`(d.kind = 'transfer_slip' or d.subject_kind = 'recommendation' and exists (
    select from present_matter p where p.recommendation_id = d.subject_id and p.hidden is not null)
  or d.subject_kind = 'notice_of_conclusion' and exists (
    select from notice_line l join present_matter p on p.recommendation_id = l.recommendation_id
    where l.notice_id = d.subject_id and p.hidden is not null))`;

function below(unitIds: readonly string[], today: string): RawBuilder<boolean> {
  return liesBelow({ unit: sql`d.unit_id`, above: anyUnit(unitIds), on: sql`d.issued_on`, today });
}
