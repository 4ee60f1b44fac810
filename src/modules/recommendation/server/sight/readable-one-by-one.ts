import type { ReadScope } from "#modules/organization/server/index.ts";
import { sql, type RawBuilder } from "kysely";
import { notHeldBelow, saidThere } from "../list/beside-registers.ts";
import { belowAny } from "./visibility.ts";

/**
 * Whether an actor may know of a matter `r` of the unit `u` that stands in a row `p` of `present_matter`: what `readableIn`
 * says of a list, looked up for each matter by itself. For the matters of a conference, where all that was ever given to
 * an agency or raised in a village would be read for a few.
 */
export function readableOneByOne(scope: ReadScope, today: string): RawBuilder<boolean> {
  if (scope.everything) return sql<boolean>`true`;
  const { subtreeOf, villages, handedOver = [] } = scope;
  const given = [...scope.assignedTo, ...scope.runs];
  const ways = [
    subtreeOf.length > 0 ? belowAny(subtreeOf, today) : null,
    given.length > 0 ? sql<boolean>`(${givenTo(given)} and ${notHeldBelow(given)})` : null,
    handedOver.length > 0 ? sql<boolean>`p.recommendation_id = any(${[...handedOver]}::uuid[])` : null,
    villages.length > 0 ? saidIn(villages) : null,
  ].filter((way) => way !== null);
  return ways.length === 0 ? sql<boolean>`false` : sql<boolean>`(${sql.join(ways, sql` or `)})`;
}

const givenTo = (units: readonly string[]) => sql<boolean>`exists (select from given_matter g
  where g.recommendation_id = p.recommendation_id and g.unit_id = any(${[...units]}::uuid[]))`;

/** Raised in one of these villages, or gone on in by what was. */
const saidIn = (villages: readonly string[]) => sql<boolean>`(
  (coalesce(p.village_id = any(${[...villages]}::uuid[]), false) and ${saidThere("p")})
  or exists (select from present_matter own
    where own.goes_on_id = p.recommendation_id and own.goes_on_id <> own.recommendation_id and own.hidden is null
      and own.village_id = any(${[...villages]}::uuid[]) and ${saidThere("own")}))`;
