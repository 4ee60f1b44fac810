import type {
  RegisterConference,
  RegisterFile,
  RegisterRecommendation,
} from "#modules/register/register-file.ts";
import {
  ANSWERED,
  ASSIGNED,
  type Bucket,
  isOpen,
  type MatterState,
  stateOn,
  turnings,
} from "./recount-matter.ts";
import { raisedAgainAbove } from "./recount-again.ts";
import { indicatorsOf } from "./recount-returns.ts";
import { inSubtree } from "./recount-tree.ts";

/**
 * The report over a register file counted plainly, matter by matter and event by event, from the definitions alone.
 * It shares nothing with the product's own counting, is as slow as it is simple, and is what that is measured against.
 */
export function recount(
  file: RegisterFile,
  asked: { unit: string; from: string; to: string; asOf?: string },
) {
  const question = { ...asked, asOf: asked.asOf ?? asked.to };
  const conferences = conferencesHeld(file, question);
  const matters = mattersCountedHere(file, question);
  const recommendations = countRecommendations(cohortOf(matters, question, file), question);
  const balance = countBalance(file, matters, question);
  const plans = countPlans(file, conferences, question);
  const held = countConferences(file, conferences, plans);
  return {
    unit: question.unit,
    from: question.from,
    to: question.to,
    as_of: question.asOf,
    known_on: null,
    basis: "as-was",
    conferences: held,
    attendances: told(
      conferences,
      conferences.flatMap(({ attendances }) => attendances ?? []),
    ),
    turns: file.turns.filter(({ conference }) => conferences.some(({ ref }) => ref === conference)).length,
    recommendations: recommendations.figures,
    balance,
    rates: ratesOf(recommendations.figures),
    satisfaction: countSatisfaction(file, conferences),
    plans,
    indicators: indicatorsOf(file.returns, question.from, lastDay(question), (unit, day) =>
      inSubtree(file, question.unit, unit, day),
    ),
    identities: identitiesOf(recommendations, balance, held),
  };
}

export type Recount = ReturnType<typeof recount>;
type Question = { unit: string; from: string; to: string; asOf: string };
type Cohort = { matter: RegisterRecommendation; state: MatterState }[];

/** Nothing after it belongs to the period, or is known yet. */
function lastDay({ to, asOf }: Question): string {
  return to < asOf ? to : asOf;
}

// Conferences, plans, ballots

/** What was held and never told is unknown, not nothing. */
function told(conferences: RegisterConference[], numbers: number[]): number | null {
  return conferences.length > 0 && numbers.length === 0 ? null : sum(numbers);
}

function conferencesHeld(file: RegisterFile, question: Question): RegisterConference[] {
  return file.conferences.filter(
    ({ unit, held_on }) =>
      held_on >= question.from &&
      held_on <= lastDay(question) &&
      inSubtree(file, question.unit, unit, held_on),
  );
}

function countConferences(file: RegisterFile, conferences: RegisterConference[], plans: PlanLine[]) {
  return {
    held: conferences.length,
    required: sum(plans.map(({ required }) => required)),
    shortfall: sum(plans.map(({ shortfall }) => shortfall)),
    by_form: tally(conferences.map(({ form }) => form)),
    by_level: tally(
      conferences.map(({ unit }) => file.units.find(({ code }) => code === unit)?.kind ?? "unknown"),
    ),
  };
}

type PlanLine = { unit: string; required: number; held: number; shortfall: number };

/**
 * One line for each unit of which a plan in force on the day asks conferences, in a year whose 1 January is in the
 * period. What two plans ask for the same year is not added up: the larger number holds.
 */
function countPlans(file: RegisterFile, conferences: RegisterConference[], question: Question): PlanLine[] {
  const newYear = (year: number) => `${year}-01-01`;
  const covered = (year: number) => newYear(year) >= question.from && newYear(year) <= question.to;
  const asked = file.plans
    .filter(({ year, issued_on }) => covered(year) && (issued_on ?? "") <= question.asOf)
    .flatMap(({ year, requirements }) => requirements.map((line) => ({ ...line, year })))
    .filter(({ unit, year }) => inSubtree(file, question.unit, unit, beginning(file, unit, newYear(year))));
  return [...new Set(asked.map(({ unit }) => unit))].sort().map((unit) => {
    const lines = asked.filter((line) => line.unit === unit);
    const years = [...new Set(lines.map(({ year }) => year))];
    const largest = (year: number) =>
      Math.max(...lines.filter((line) => line.year === year).map((line) => line.required));
    const required = sum(years.map(largest));
    const held = conferences.filter(
      (one) => one.unit === unit && covered(Number(one.held_on.slice(0, 4))),
    ).length;
    return { unit, required, held, shortfall: Math.max(0, required - held) };
  });
}

/** New Year's Day, or the unit's first day when it came later. */
function beginning(file: RegisterFile, code: string, newYear: string): string {
  const from = file.units.find((unit) => unit.code === code)?.from ?? newYear;
  return from > newYear ? from : newYear;
}

function countSatisfaction(file: RegisterFile, conferences: RegisterConference[]) {
  const ballots = file.ballots.filter(({ conference }) => conferences.some(({ ref }) => ref === conference));
  const shares = ballots
    .filter(({ valid }) => valid > 0)
    .map(({ counts, valid }) => ({ pleased: counts.very_satisfied + counts.satisfied, valid }));
  return {
    sessions: ballots.length,
    minimum:
      shares.length === 0 ? null : Math.min(...shares.map(({ pleased, valid }) => percent(pleased, valid)!)),
    mean: meanShare(shares),
    issued: sum(ballots.map(({ issued }) => issued)),
    returned: sum(ballots.map(({ returned }) => returned)),
    valid: sum(ballots.map(({ valid }) => valid)),
  };
}

/** Each session weighs the same; added as fractions, so that nothing is rounded before the end. */
function meanShare(shares: { pleased: number; valid: number }[]): number | null {
  let [over, under] = [0n, 1n];
  for (const { pleased, valid } of shares) {
    [over, under] = [over * BigInt(valid) + BigInt(pleased) * under, under * BigInt(valid)];
  }
  return exactPercent(over, under * BigInt(shares.length));
}

// Matters

function isHereIn(file: RegisterFile, { unit: place }: Question) {
  return ({ unit, received_on }: RegisterRecommendation) => inSubtree(file, place, unit, received_on);
}

/** Of any age. A matter come from one below, at any remove, that was received inside the subtree is that one once more. */
function mattersCountedHere(file: RegisterFile, question: Question): RegisterRecommendation[] {
  const isHere = isHereIn(file, question);
  const comesFromHere = ({ forwarded_from: below }: RegisterRecommendation): boolean => {
    const origin = file.recommendations.find(({ ref }) => below !== undefined && ref === below);
    return origin !== undefined && (isHere(origin) || comesFromHere(origin));
  };
  return file.recommendations.filter((matter) => isHere(matter) && !comesFromHere(matter));
}

function cohortOf(matters: RegisterRecommendation[], question: Question, file: RegisterFile): Cohort {
  const among = new Map(file.recommendations.map((matter) => [matter.ref, matter]));
  const again = raisedAgainAbove(file, isHereIn(file, question), question.asOf);
  return matters
    .filter(({ received_on }) => received_on >= question.from && received_on <= lastDay(question))
    .map((matter) => {
      const state = stateOn(matter, question.asOf, among);
      const since = again.get(matter.ref);
      if (since === undefined) return { matter, state };
      const { reopenings } = stateOn(matter, since, among);
      return { matter, state: { ...state, bucket: "duplicates", reopenings } };
    });
}

function countRecommendations(cohort: Cohort, { asOf }: Question) {
  const among = (...buckets: readonly Bucket[]) =>
    cohort.filter(({ state }) => buckets.includes(state.bucket));
  const count = (bucket: Bucket) => among(bucket).length;
  const out = among("invalid", "routed_out", "duplicates");
  const distinct = cohort.filter((one) => !out.includes(one));
  const assigned = among(...ASSIGNED);
  const valid = cohort.length - count("invalid") - count("routed_out");
  const figures = {
    received: cohort.length,
    invalid: count("invalid"),
    routed_out: count("routed_out"),
    duplicates: count("duplicates"),
    distinct: distinct.length,
    awaiting_ruling: count("awaiting_ruling"),
    answered_in_room: count("answered_in_room"),
    noted: count("noted"),
    assigned: assigned.length,
    directed: count("answered_in_room") + assigned.length,
    done: count("done"),
    explained: count("explained"),
    refused: count("refused"),
    in_hand: count("in_hand"),
    overdue: among("in_hand").filter(({ state }) => state.due !== null && state.due < asOf).length,
    scheduled: count("scheduled"),
    blocked: count("blocked"),
    passed_up: count("passed_up"),
    ...countTimeliness(among(...ANSWERED)),
    answered_not_satisfied: among(...ANSWERED, "answered_in_room", "noted").filter(
      ({ state }) => state.noes.size > 0,
    ).length,
    reopened: sum(cohort.map(({ state }) => state.reopenings)),
    by_field: tally(distinct.map(({ matter }) => matter.field)),
    by_channel: tally(distinct.map(({ matter }) => matter.channel)),
    by_lead: tally(assigned.flatMap(({ state }) => state.lead ?? [])),
  };
  return { figures, valid };
}

/** Answered matters that had a date, by their last answer: within both dates, only within the later present one, after that. */
function countTimeliness(answered: Cohort) {
  const how = answered.flatMap(({ state: { answeredOn, originalDue, due } }) => {
    if (answeredOn === null || originalDue === null || due === null) return [];
    if (answeredOn > due) return "late";
    return answeredOn <= originalDue ? "on_time" : "after_extension";
  });
  const count = (wanted: string) => how.filter((one) => one === wanted).length;
  return {
    answered_on_time: count("on_time"),
    answered_after_extension: count("after_extension"),
    answered_late: count("late"),
  };
}

function countBalance(file: RegisterFile, matters: RegisterRecommendation[], question: Question) {
  const { from } = question;
  const end = lastDay(question);
  const eve = Temporal.PlainDate.from(from).subtract({ days: 1 }).toString();
  const start = eve < end ? eve : end;
  const received = matters.filter(({ received_on }) => received_on <= end);
  const again = raisedAgainAbove(file, isHereIn(file, question), end);
  const last = (one: RegisterRecommendation) => again.get(one.ref);
  const openOn = (one: RegisterRecommendation, day: string) =>
    isOpen(stateOn(one, day)) && !((last(one) ?? "9999") <= day);
  const turned = received.map((matter) => turnings(matter, from, last(matter) ?? end));
  const goneAbove = received.filter((one) => (last(one) ?? "") >= from && isOpen(stateOn(one, last(one)!)));
  return {
    opening: received.filter((one) => one.received_on < from && openOn(one, start)).length,
    new: received.filter((one) => one.received_on >= from).length,
    reopened: sum(turned.map(({ reopened }) => reopened)),
    closed: sum(turned.map(({ closed }) => closed)) + goneAbove.length,
    closing: received.filter((one) => openOn(one, end)).length,
  };
}

// Rates and identities

type Figures = ReturnType<typeof countRecommendations>["figures"];

function ratesOf(figures: Figures) {
  const { done, explained, refused, distinct } = figures;
  const { answered_on_time, answered_after_extension, answered_late } = figures;
  return {
    directed: percent(figures.directed, distinct),
    done: percent(done, distinct),
    substantive: percent(done, done + explained + refused),
    on_time: percent(
      answered_on_time,
      answered_on_time + answered_after_extension + answered_late + figures.overdue,
    ),
  };
}

function identitiesOf(
  { figures, valid }: ReturnType<typeof countRecommendations>,
  balance: ReturnType<typeof countBalance>,
  held: ReturnType<typeof countConferences>,
) {
  const { done, explained, refused, in_hand, scheduled, blocked, passed_up } = figures;
  const { awaiting_ruling, answered_in_room, noted, assigned } = figures;
  return [
    identity("received", figures.received, valid + figures.invalid + figures.routed_out),
    identity("valid", valid, figures.distinct + figures.duplicates),
    identity("distinct", figures.distinct, awaiting_ruling + answered_in_room + noted + assigned),
    identity("assigned", assigned, done + explained + refused + in_hand + scheduled + blocked + passed_up),
    identity("balance", balance.opening + balance.new + balance.reopened, balance.closed + balance.closing),
    identity("conferences_by_form", held.held, sum(Object.values(held.by_form))),
    identity("conferences_by_level", held.held, sum(Object.values(held.by_level))),
  ];
}

function identity(name: string, left: number, right: number) {
  return { name, holds: left === right, left, right };
}

// Sums

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function tally(names: string[]): Record<string, number> {
  return Object.fromEntries(
    [...new Set(names)].sort().map((name) => [name, names.filter((one) => one === name).length]),
  );
}

function percent(part: number, whole: number): number | null {
  return exactPercent(BigInt(part), BigInt(whole));
}

/** One decimal, half away from zero (nothing here is below zero); of nothing there is no share. */
function exactPercent(part: bigint, whole: bigint): number | null {
  if (whole === 0n) return null;
  return Number((2000n * part + whole) / (2n * whole)) / 10;
}
