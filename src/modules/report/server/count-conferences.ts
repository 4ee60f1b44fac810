import type { DB } from "#db";
import { sql, type Transaction } from "kysely";
import type { ConferenceFigures, PlanLine, SatisfactionFigures, Tally } from "../report.ts";
import { satisfactionOf, type BallotGroup } from "../satisfaction.ts";
import { heldTable, heldTallies, planTables } from "./conferences.ts";
import type { Scope, Sql } from "./scope.ts";

type Row = {
  held: number;
  attendances: number | null;
  turns: number;
  by_form: Tally;
  by_level: Tally;
  plans: PlanLine[];
  ballots: BallotGroup[];
};

export type ConferenceCounts = {
  conferences: ConferenceFigures;
  attendances: number | null;
  turns: number;
  plans: PlanLine[];
  satisfaction: SatisfactionFigures;
};

export async function countConferences(trx: Transaction<DB>, scope: Scope): Promise<ConferenceCounts> {
  const { rows } = await sql<Row>`
    with ${heldTable(scope)}, ${planTables(scope)}
    select (select count(*) from held) as held,
      (select ${attendancesTold} from held) as attendances,
      (select count(*) from turns_taken) as turns,
      ${tallied(heldTallies.by_form)} as by_form,
      ${tallied(heldTallies.by_level)} as by_level,
      ${planLines} as plans,
      ${ballotGroups} as ballots`.execute(trx);
  const [{ held, attendances, turns, by_form, by_level, plans, ballots }] = rows as [Row];
  const conferences = { held, required: sumOf(plans, "required"), shortfall: sumOf(plans, "shortfall") };
  return {
    conferences: { ...conferences, by_form, by_level },
    attendances,
    turns,
    plans,
    satisfaction: satisfactionOf(ballots),
  };
}

/** Nothing held, nobody came; but how many came to what was held and never told is unknown, which is not 0. */
const attendancesTold = sql`case when count(*) = 0 then 0 else sum(attendances)::bigint end`;

function tallied(by: Sql): Sql {
  return sql`(select coalesce(json_object_agg(name, n order by name collate "C"), '{}') from
    (select ${by} as name, count(*) as n from held group by name) one)`;
}

const planLines = sql`(select coalesce(json_agg(line order by line.unit), '[]') from
  (select u.code collate "C" as unit, l.required, l.held, l.shortfall
    from plan_line l join unit u on u.id = l.unit_id) line)`;

const ballotGroups = sql`(select coalesce(json_agg(one), '[]') from
  (select valid, count(*) as sessions, sum(issued) as issued, sum(returned) as returned,
    sum(pleased) as pleased, min(pleased) as fewest from balloted group by valid) one)`;

/** Unit by unit: one unit's surplus never makes good another's shortfall. */
function sumOf(lines: readonly PlanLine[], part: "required" | "shortfall"): number {
  return lines.reduce((sum, line) => sum + line[part], 0);
}
