import { sql } from "kysely";
import { periodsOfYears } from "../return-period.ts";
import type { Scope, Sql } from "./scope.ts";

/**
 * `reported`: indicators from the returns of the period, each with the list of periods for which its unit gave that
 * indicator (`periods`), by which overlapping ones are told apart. A return speaks of the days from its period's
 * beginning to its cut-off, or to its period's end; it counts when those lie within the report's.
 */
export function reportedTable(scope: Scope): Sql {
  const years = [scope.from, scope.to].map((day) => Number(day.slice(0, 4))) as [number, number];
  const spans = periodsOfYears(...years).filter(({ start }) => start >= scope.from && start <= scope.end);
  const columns = [spans.map(({ period }) => period), spans.map(({ end }) => end)];
  return sql`
    given as (
      select r.id, r.unit_id, r.period, least(r.cutoff_on, span.end_on) as taken_on
      from unnest(${columns[0]}::text[], ${columns[1]}::date[]) as span(period, end_on)
      join period_return r on r.period = span.period
      join ${scope.place} as place on place.unit_id = r.unit_id
        and least(r.cutoff_on, span.end_on) between place.from_on and place.until_on
      where least(r.cutoff_on, span.end_on) <= ${scope.end} and ${scope.known("r")}),
    reported as (
      select given.*, v.indicator, v.value,
        string_agg(given.period, ' ') over (
          partition by given.unit_id, v.indicator order by given.period
          rows between unbounded preceding and unbounded following) as periods
      from given join period_return_value v on v.return_id = given.id)`;
}
