import { spanOf } from "#modules/report/return-period.ts";
import { dangling, duplicates, outOfPlace, type Found } from "./check-parts.ts";
import type {
  RegisterBallot,
  RegisterConference,
  RegisterFile,
  RegisterPlan,
  RegisterReturn,
  RegisterTurn,
} from "./register-file.ts";
import type { References } from "./register-references.ts";
import { problemAt } from "./register-problem.ts";

/** Plans, conferences, turns, ballots, returns. */
export function checkConferences(file: RegisterFile, references: References): Found {
  return [
    ...duplicates(
      file.plans,
      ({ ref }) => ref,
      (at) => `plans[${at}].ref`,
    ),
    ...file.plans.flatMap((plan, at) => checkPlan(plan, `plans[${at}]`, references)),
    ...duplicates(
      file.conferences,
      ({ ref }) => ref,
      (at) => `conferences[${at}].ref`,
    ),
    ...file.conferences.flatMap((held, at) => checkConference(held, `conferences[${at}]`, references)),
    ...duplicates(
      file.turns,
      ({ ref }) => ref,
      (at) => `turns[${at}].ref`,
    ),
    ...ordersTaken(file.turns),
    ...file.turns.flatMap((turn, at) => [
      ...dangling("conference", turn.conference, `turns[${at}].conference`, references),
      ...dangling("unit", turn.village, `turns[${at}].village`, references),
    ]),
    ...duplicates(
      file.ballots,
      ({ conference }) => conference,
      (at) => `ballots[${at}].conference`,
    ),
    ...file.ballots.flatMap((ballot, at) => checkBallot(ballot, `ballots[${at}]`, references)),
    ...file.returns.flatMap((given, at) => checkReturn(given, `returns[${at}]`, references)),
    ...duplicates(
      file.returns,
      ({ unit, period }) => `${unit} ${period}`,
      (at) => `returns[${at}].period`,
    ),
  ];
}

function ordersTaken(turns: readonly RegisterTurn[]): Found {
  const taken = new Map<string, string>();
  return turns.flatMap(({ ref, conference: held, order }, at) => {
    if (!order) return [];
    const key = JSON.stringify([held, order]);
    const other = taken.get(key);
    if (other === undefined) taken.set(key, ref);
    return other === undefined || other === ref
      ? []
      : [problemAt(`turns[${at}].order`, "order_taken", { held, order, other })];
  });
}

function checkPlan(plan: RegisterPlan, path: string, references: References): Found {
  const pathOf = (at: number) => `${path}.requirements[${at}].unit`;
  return [
    ...dangling("unit", plan.unit, `${path}.unit`, references),
    ...plan.requirements.flatMap(({ unit }, at) => [
      ...dangling("unit", unit, pathOf(at), references),
      ...outOfPlace(firstDayIn(plan.year, unit, references), unit, pathOf(at), references),
    ]),
    ...duplicates(plan.requirements, ({ unit }) => unit, pathOf),
  ];
}

/** What is asked of a unit counts from New Year's Day, or from its own first day where that comes later in the year. */
function firstDayIn(year: number, unit: string, references: References): string {
  const newYear = `${year}-01-01`;
  const from = references.unit(unit)?.from ?? newYear;
  return from > newYear && from <= `${year}-12-31` ? from : newYear;
}

/** The figures of a period are of the day on which they were taken: the cut-off, or the period's last day. */
function checkReturn({ unit, period, cutoff }: RegisterReturn, path: string, references: References): Found {
  const span = spanOf(period);
  if (!span) return [];
  const { start, end } = span;
  const taken = cutoff && cutoff < end ? cutoff : end;
  return [
    ...dangling("unit", unit, `${path}.unit`, references),
    ...(taken < start ? [problemAt(`${path}.cutoff`, "cutoff_before_period", { day: taken, start })] : []),
    ...outOfPlace(taken, unit, `${path}.${cutoff ? "cutoff" : "period"}`, references),
  ];
}

function checkConference(held: RegisterConference, path: string, references: References): Found {
  return [
    ...dangling("unit", held.unit, `${path}.unit`, references),
    ...dangling("plan", held.plan, `${path}.plan`, references),
    ...outOfPlace(held.held_on, held.unit, `${path}.held_on`, references),
  ];
}

function checkBallot(ballot: RegisterBallot, path: string, references: References): Found {
  const { issued, returned, valid } = ballot;
  const counted = Object.values(ballot.counts).reduce((sum, count) => sum + count, 0);
  return [
    ...dangling("conference", ballot.conference, `${path}.conference`, references),
    ...(returned > issued
      ? [outOfBalance(`${path}.returned`, `returned ${returned}`, "≤", `issued ${issued}`)]
      : []),
    ...(valid > returned
      ? [outOfBalance(`${path}.valid`, `valid ${valid}`, "≤", `returned ${returned}`)]
      : []),
    ...(counted !== valid
      ? [outOfBalance(`${path}.counts`, `Σ counts ${counted}`, "=", `valid ${valid}`)]
      : []),
  ];
}

function outOfBalance(path: string, left: string, relation: string, right: string) {
  return problemAt(path, "ballot_out_of_balance", { left, relation, right });
}
