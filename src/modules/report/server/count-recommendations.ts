import type { DB } from "#db";
import { sql, type Transaction } from "kysely";
import type { RecommendationFigures, Tally } from "../report.ts";
import { cohortTables, countedFigures, countedTallies, valid, type CountedFigure } from "./matters.ts";
import type { Scope, Sql } from "./scope.ts";

type Row = {
  received: number;
  valid: number;
  reopened: number;
  figures: Record<CountedFigure, number>;
  by_field: Tally;
  by_channel: Tally;
  by_lead: Tally;
};

export async function countRecommendations(
  trx: Transaction<DB>,
  scope: Scope,
): Promise<{ figures: RecommendationFigures; valid: number }> {
  const { by_field, by_channel, by_lead } = countedTallies(scope);
  const { rows } = await sql<Row>`
    ${scope.plan} with ${cohortTables(scope)}
    select (select count(*) from cohort) as received,
      (select count(*) from counted where ${valid}) as valid,
      (select count(*) from cohort_reopened) as reopened,
      (select to_json(one) from (select ${countEach(countedFigures(scope))} from counted) one) as figures,
      ${tallied(by_field)} as by_field,
      ${tallied(by_channel)} as by_channel,
      ${tallied(by_lead)} as by_lead`.execute(trx);
  const [{ received, valid: validOnes, figures, ...others }] = rows as [Row];
  return { figures: { received, ...figures, ...others }, valid: validOnes };
}

/** One counting column for each condition, in one pass over the rows. */
export function countEach(conditions: Record<string, Sql>): Sql {
  const columns = Object.entries(conditions).map(
    ([name, condition]) => sql`count(*) filter (where ${condition}) as ${sql.ref(name)}`,
  );
  return sql.join(columns);
}

function tallied({ among, by }: { among: Sql; by: Sql }): Sql {
  return sql`(select coalesce(json_object_agg(name, n order by name collate "C"), '{}') from
    (select ${by} as name, count(*) as n from counted where ${among} group by name) one)`;
}
