import { dangling, duplicates, outsideUnit, type Found } from "./check-parts.ts";
import type { RegisterBallot, RegisterConference, RegisterFile, RegisterPlan } from "./register-file.ts";
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
    ...file.returns.flatMap(({ unit }, at) => dangling("unit", unit, `returns[${at}].unit`, references)),
    ...duplicates(
      file.returns,
      ({ unit, period }) => `${unit} ${period}`,
      (at) => `returns[${at}].period`,
    ),
  ];
}

function checkPlan(plan: RegisterPlan, path: string, references: References): Found {
  const pathOf = (at: number) => `${path}.requirements[${at}].unit`;
  return [
    ...dangling("unit", plan.unit, `${path}.unit`, references),
    ...plan.requirements.flatMap(({ unit }, at) => dangling("unit", unit, pathOf(at), references)),
    ...duplicates(plan.requirements, ({ unit }) => unit, pathOf),
  ];
}

function checkConference(held: RegisterConference, path: string, references: References): Found {
  return [
    ...dangling("unit", held.unit, `${path}.unit`, references),
    ...dangling("plan", held.plan, `${path}.plan`, references),
    ...outsideUnit(held.held_on, held.unit, `${path}.held_on`, references),
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
