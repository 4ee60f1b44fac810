import { sql } from "kysely";
import { answeredClasses, assignedClasses, saidToClasses, uncountedClasses } from "../report.ts";
import type { ReportClass } from "#modules/recommendation/matter.ts";
import { belongedThen, noTakenBack } from "#modules/recommendation/server/index.ts";
import { asKnown, knownFact } from "./known-facts.ts";
import { raisedAgainAbove } from "./raised-again-above.ts";
import type { Scope, Sql } from "./scope.ts";

/**
 * Recommendations `r` that count for the unit, by a condition on them. Served by recommendation_received: for each
 * unit of the subtree that has a register the days of the period, so that a unit's report never reads another's matters.
 */
export function mattersHere(scope: Scope, columns: Sql, condition: Sql): Sql {
  const among = (matters: Sql, unchanged: Sql) => sql`
    select ${columns} from ${scope.place} as place
    join unit_register on unit_register.unit_id = place.unit_id
    join ${matters} r on r.unit_id = place.unit_id and r.received_on between place.from_on and place.until_on
    where ${condition} and ${unchanged} and ${scope.known("r")} and ${scope.notTakenBack("r")}
      and ${notComeFromBelow(scope)}`;
  if (scope.knownUntil === null) return among(sql`recommendation`, sql`true`);
  const corrected = sql`exists (
    select from recommendation_correction c where c.recommendation_id = r.id and c.recorded_at >= ${scope.knownUntil})`;
  return sql`${among(sql`recommendation`, sql`not ${corrected}`)}
    union all ${among(saidBefore(scope.knownUntil), sql`true`)}`;
}

/**
 * Matters that were put right after a moment, with what they said until then. They are few, and looked for by when
 * that was (recommendation_correction_recorded): all others are read where they stand, by the index of their days.
 */
function saidBefore(moment: string): Sql {
  return sql`(
    select m.id, m.unit_id, m.channel, m.forwarded_from_id, m.recorded_at, m.taken_back_at,
      earlier.field_code, earlier.received_on
    from (select distinct on (c.recommendation_id) c.recommendation_id, c.field_code, c.received_on
      from recommendation_correction c where c.recorded_at >= ${moment}
      order by c.recommendation_id, c.version) as earlier
    join recommendation m on m.id = earlier.recommendation_id)`;
}

/** A matter passed upward inside the subtree is the same matter: it counts where it was first received. */
function notComeFromBelow(scope: Scope): Sql {
  return sql`(r.forwarded_from_id is null or not exists (
    with recursive origin as (
      select o.id, o.unit_id, ${asKnown(scope, "o", "received_on")} as received_on, o.forwarded_from_id
      from recommendation o where o.id = r.forwarded_from_id
      union
      select o.id, o.unit_id, ${asKnown(scope, "o", "received_on")}, o.forwarded_from_id
      from recommendation o join origin later on o.id = later.forwarded_from_id)
    select from origin join ${scope.place} as there
      on there.unit_id = origin.unit_id and origin.received_on between there.from_on and there.until_on))`;
}

/**
 * The cohort `cohort`, and `counted`: its matters in their state on the day, those that go on in another above as duplicates. Served by
 * state_period_of.
 */
export function cohortTables(scope: Scope): Sql {
  const columns = sql`r.id, r.field_code, r.channel, r.received_on`;
  return sql`
    cohort as materialized (
      ${mattersHere(scope, columns, sql`r.received_on between ${scope.from} and ${scope.end}`)}),
    again as materialized (select * from ${raisedAgainAbove(scope, scope.asOf)} again),
    stood as materialized (
      select cohort.*, case when again.id is null then s.class else 'duplicate' end as class,
        s.lead_id, s.due_on, s.original_due_on, s.answered_on
      from cohort join state_period s on s.recommendation_id = cohort.id left join again on again.id = cohort.id
      where s.entered_on <= ${scope.asOf} and s.left_on > ${scope.asOf} and ${scope.knownPeriod("s")}),
    counted as materialized (
      select stood.*, (${among(saidToClasses)} and ${saidNo(scope, sql`stood.id`)}) as said_no from stood),
    cohort_reopened as (
      select cohort.id, s.id as move_id, s.entered_on, s.class, s.due_on, s.lead_id
      from cohort join state_period s on s.recommendation_id = cohort.id left join again on again.id = cohort.id
      where s.was_open = false and s.is_open and s.entered_on <= least(again.since, ${scope.asOf})
        and ${scope.knownPeriod("s")})`;
}

/**
 * Whether the last word of anybody among the people on a matter's answer was no, as of the day and as known then. Served by
 * recommendation_event_no: few are asked of more than one index entry.
 */
function saidNo(scope: Scope, matter: Sql): Sql {
  return sql`exists (
    select from recommendation_event no
    where no.recommendation_id = ${matter} and no.act = 'confirm' and not no.satisfied and ${knownFact(scope, "no")}
      and not exists (select from recommendation_event later
        where later.recommendation_id = no.recommendation_id and ${knownFact(scope, "later")}
          and (later.on_date, later.sequence) > (no.on_date, no.sequence)
          and later.act in ('answer', 'reply_from_above', 'reopen'))
      and ${noTakenBack(
        sql`recommendation_event`,
        knownFact(scope, "yes"),
        belongedThen((fact) => knownFact(scope, fact)),
      )})`;
}

const among = (classes: readonly ReportClass[]) =>
  sql`class in (${sql.join(classes.map((name) => sql.lit(name)))})`;
const is = (name: ReportClass) => sql`class = ${sql.lit(name)}`;
const dated = sql`${among(answeredClasses)} and original_due_on is not null`;

/** Each figure as a condition on a row of `counted`: the report counts by it, and the list of its cases is cut by it. */
export function countedFigures(scope: Scope) {
  return {
    invalid: is("invalid"),
    routed_out: is("routed_out"),
    duplicates: is("duplicate"),
    distinct: sql`not (${among(uncountedClasses)})`,
    awaiting_ruling: is("awaiting_ruling"),
    answered_in_room: is("answered_in_room"),
    noted: is("noted"),
    assigned: among(assignedClasses),
    directed: among(["answered_in_room", ...assignedClasses]),
    done: is("done"),
    explained: is("explained"),
    refused: is("refused"),
    in_hand: is("in_hand"),
    overdue: sql`${is("in_hand")} and due_on < ${scope.asOf}`,
    scheduled: is("scheduled"),
    blocked: is("blocked"),
    passed_up: is("passed_up"),
    answered_on_time: sql`${dated} and answered_on <= least(original_due_on, due_on)`,
    answered_after_extension: sql`${dated} and answered_on > original_due_on and answered_on <= due_on`,
    answered_late: sql`${dated} and answered_on > due_on`,
    answered_not_satisfied: sql`said_no`,
  } satisfies Record<string, Sql>;
}

export type CountedFigure = keyof ReturnType<typeof countedFigures>;

/** Figures by name of something: among which of the cohort, and by what. */
export function countedTallies(scope: Scope) {
  const { distinct, assigned } = countedFigures(scope);
  return {
    by_field: { among: distinct, by: sql`field_code` },
    // Not given out as figures of their own: what a field of the first level and its parts come to together.
    whole_field: { among: distinct, by: sql`split_part(field_code, '.', 1)` },
    by_channel: { among: distinct, by: sql`channel` },
    by_lead: {
      among: sql`${assigned} and lead_id is not null`,
      by: sql`(select u.code from unit u where u.id = lead_id)`,
    },
  } satisfies Record<string, { among: Sql; by: Sql }>;
}

/** Received, neither rejected as invalid nor routed out; each figure of the identities is counted on its own. */
export const valid = sql`not (${among(["invalid", "routed_out"])})`;
