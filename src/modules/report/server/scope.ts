import { endOfDayInVietnam } from "#kernel/clock.ts";
import { isRealDay } from "#kernel/input.ts";
import { Problem } from "#kernel/problem.ts";
import { unitByCode } from "#modules/organization/server/index.ts";
import { dayBefore } from "#modules/organization/unit.ts";
import type { DB } from "#db";
import { plannedEachTime } from "#platform/server/database/prepared.ts";
import { sql, type Kysely, type RawBuilder } from "kysely";
import { reportProblems as problems } from "../problems.ts";
import type { Basis, ReportQuestion } from "../report.ts";
import { presentPlace } from "./present-place.ts";

/** A piece of SQL. */
export type Sql = RawBuilder<unknown>;

/** The question as all statements of one report ask it. */
export type Scope = {
  readonly unitId: string;
  readonly unitCode: string;
  readonly from: string;
  readonly to: string;
  readonly asOf: string;
  readonly knownOn: string | null;
  readonly basis: Basis;
  readonly estimate: boolean;
  /** Stands before what reads the matters of all places covered: how it is planned. */
  readonly plan: Sql;
  /** The period's last day of which anything is known: `to`, or `as_of` where that is earlier. */
  readonly end: string;
  /** The day at whose end the balance opens. */
  readonly eve: string;
  /** A table `(unit_id, from_on, until_on)`: the units covered, with the days on which they are. */
  readonly place: Sql;
  /** Whether a row had been entered by then: by its `recorded_at`, or the column that says so. */
  readonly known: (alias: string, column?: string) => Sql;
  /** The first moment of which nothing is known; null where all is. */
  readonly knownUntil: string | null;
  /** Whether a matter had not been taken back by then. */
  readonly notTakenBack: (alias: string) => Sql;
  /** Whether a row of `state_period` was what was known then. */
  readonly knownPeriod: (alias: string) => Sql;
};

/** @throws Problem `organization.unit_not_found`, `not_a_day`, `day_out_of_range`, `day_to_come`, `period_reversed`, `unit_not_present` */
export async function scopeOf(db: Kysely<DB>, question: ReportQuestion): Promise<Scope> {
  const { from, to, today, basis = "as-was" } = question;
  const knownOn = question.knownOn ?? null;
  for (const [field, day] of Object.entries({
    from,
    to,
    as_of: question.asOf ?? null,
    known_on: knownOn,
    today,
  }))
    refuseUnlessDay(field, day);
  // A period that is not over yet shows the state of today, whoever asks and however.
  const asOf = question.asOf ?? earlier(to, today);
  refuseIfToCome({ as_of: asOf, known_on: knownOn }, today);
  if (to < from) throw new Problem(problems.period_reversed, { values: { from, to }, field: "to" });
  const unit = await unitByCode(db, question.unit, "unit");
  const present =
    basis === "as-is"
      ? await presentPlace(db, unit, { from, today: earlier(question.presentOn ?? today, today) })
      : null;
  const end = asOf < to ? asOf : to;
  return {
    unitId: unit.id,
    unitCode: unit.code,
    from,
    to,
    asOf,
    knownOn,
    basis,
    end,
    // Over the whole nation the plan that a commune's report is given takes several times as long as the right one.
    plan: unit.kind === "centre" ? plannedEachTime : sql``,
    estimate: present?.estimate ?? false,
    eve: earlier(dayBefore(from), end),
    place: present?.place ?? placeAsWas(unit.id),
    ...knowledge(knownOn),
  };
}

function refuseUnlessDay(field: string, day: string | null): void {
  if (day === null) return;
  // In its marks already: what is no day is shown as it was typed, not as people read days.
  if (!isRealDay(day)) throw new Problem(problems.not_a_day, { values: { day: `“${day}”` }, field });
  if (day < "1800-01-01" || day > "2200-12-31")
    throw new Problem(problems.day_out_of_range, { values: { day }, field });
}

/** What will be so, or will be known, on a day to come can be told by nobody yet. */
function refuseIfToCome(days: Readonly<Record<string, string | null>>, today: string): void {
  for (const [field, day] of Object.entries(days)) {
    if (day !== null && day > today)
      throw new Problem(problems.day_to_come, { values: { day, today }, field });
  }
}

function earlier(one: string, other: string): string {
  return one < other ? one : other;
}

/** Served by the index unit_ancestry_below. */
function placeAsWas(unitId: string): Sql {
  return sql`(select descendant_id as unit_id, from_on, until_on from unit_ancestry where ancestor_id = ${unitId})`;
}

/** What is known now is asked without a date, so that the indexes over present periods serve. */
function knowledge(
  knownOn: string | null,
): Pick<Scope, "known" | "knownPeriod" | "knownUntil" | "notTakenBack"> {
  if (knownOn === null) {
    return {
      knownUntil: null,
      known: () => sql`true`,
      notTakenBack: (alias) => sql`${sql.ref(`${alias}.taken_back_at`)} is null`,
      knownPeriod: (alias) => sql`${sql.ref(`${alias}.superseded_at`)} = 'infinity'`,
    };
  }
  const then = endOfDayInVietnam(knownOn).toString();
  const known = (alias: string, column = "recorded_at") => sql`${sql.ref(`${alias}.${column}`)} < ${then}`;
  const knownPeriod = (alias: string) =>
    sql`(${known(alias)} and ${sql.ref(`${alias}.superseded_at`)} >= ${then})`;
  const takenBack = (alias: string) => sql.ref(`${alias}.taken_back_at`);
  const notTakenBack = (alias: string) =>
    sql`(${takenBack(alias)} is null or ${takenBack(alias)} >= ${then})`;
  return { known, knownPeriod, knownUntil: then, notTakenBack };
}
