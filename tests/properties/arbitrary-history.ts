import type { MatterEvent } from "#modules/recommendation/matter.ts";
import { stateAfter } from "#modules/recommendation/apply-event.ts";
import { confirmers, movesFrom, outcomes, rulings } from "#modules/recommendation/status-transitions.ts";
import fc from "fast-check";
import {
  replayed,
  type Entered,
  type Entry,
  type History,
  type HistoryMatter,
  type Written,
} from "./history.ts";
import { isLegal } from "./write-history.ts";

const first = Temporal.PlainDate.from("2019-11-01");
const channels = ["conference", "portal", "hotline"] as const;
const fields = ["giao_thong", "dat_dai.cap_gcn", "y_te"] as const;
const forms = ["periodic", "briefing", "thematic"] as const;
/** With the last day of each. */
const periods = {
  "2020": "2020-12-31",
  "2020-H1": "2020-06-30",
  "2020-H2": "2020-12-31",
  "2020-Q1": "2020-03-31",
  "2020-9M": "2020-09-30",
  "2020-05": "2020-05-31",
  "2020-Q4": "2020-12-31",
};
type Period = keyof typeof periods;

/** A province of two districts; one commune goes over from the first to the second, twice back and forth. */
export function tree(prefix: string): Pick<History, "units" | "successions"> {
  const unit = (code: string, kind: "province" | "district" | "commune" | "agency", parent?: string) => ({
    code: prefix + code,
    name: `Đơn vị ${code}`,
    kind,
    parent: parent === undefined ? null : prefix + parent,
  });
  const move = (on: string, to: string) => ({
    kind: "reparent" as const,
    on,
    from: [`${prefix}X3`],
    to: [prefix + to],
  });
  return {
    units: [
      unit("P", "province"),
      unit("D1", "district", "P"),
      unit("D2", "district", "P"),
      unit("X1", "commune", "D1"),
      unit("X2", "commune", "D2"),
      unit("X3", "commune", "D1"),
      unit("A1", "agency", "D1"),
      unit("A2", "agency", "P"),
    ],
    successions: [move("2020-03-01", "D2"), move("2020-07-01", "D1")],
  };
}

const unitNames = ["P", "D1", "D2", "X1", "X3"] as const;
const places = ["X1", "X2", "X3", "D1", "D2", "P"] as const;

const delay = fc.record({ days: fc.constantFrom(0, 0, 1, 2, 10, 10, 30, 60), late: fc.boolean() });
type Delay = { days: number; late: boolean };
const unitName = fc.constantFrom(...places);
const day = fc.nat({ max: 400 }).map((days) => first.add({ days }).toString());

/** Few and round, so that an answer often falls on its date, or on the day of another move. */
const someDays = fc.constantFrom(0, 0, 1, 5, 5, 10, 10, 15, 30);

const step = fc.record({
  gap: someDays,
  move: fc.nat({ max: 60 }),
  detail: fc.nat({ max: 60 }),
  due: fc.option(someDays, { freq: 5 }),
  delay,
  /** How long after it was entered the last step was annulled, or the matter's words put right. */
  annulled: fc.option(delay, { freq: 4 }),
  corrected: fc.option(
    fc.record({ field: fc.constantFrom(...fields), days: fc.constantFrom(-10, 0, 0, 5), delay }),
    {
      freq: 4,
    },
  ),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const matter = fc.record({
  unit: unitName,
  received: day,
  channel: fc.constantFrom(...channels),
  field: fc.constantFrom(...fields),
  from: fc.option(fc.nat({ max: 20 }), { freq: 4 }),
  delay,
  steps: fc.array(step, { minLength: 2, maxLength: 9, size: "medium" }),
});
type MatterChoice = typeof matter extends fc.Arbitrary<infer T> ? T : never;

const conference = fc.record({
  unit: unitName,
  form: fc.constantFrom(...forms),
  held: day,
  attendances: fc.option(fc.nat({ max: 300 }), { freq: 5 }),
  turns: fc.array(delay, { maxLength: 3 }),
  ballot: fc.option(
    fc.record({ counts: fc.tuple(...Array<fc.Arbitrary<number>>(5).fill(fc.nat({ max: 40 }))), delay }),
  ),
  delay,
});
type ConferenceChoice = typeof conference extends fc.Arbitrary<infer T> ? T : never;

const plan = fc.record({
  issuer: fc.constantFrom("P", "D1", "D2"),
  year: fc.constantFrom(2019, 2020, 2021),
  issued: fc.option(day),
  requirements: fc.uniqueArray(fc.record({ unit: unitName, required: fc.nat({ max: 4 }) }), {
    selector: ({ unit }) => unit,
    maxLength: 4,
  }),
  delay,
});

const unitReturn = fc.record({
  unit: unitName,
  period: fc.constantFrom(...(Object.keys(periods) as Period[])),
  early: fc.option(fc.nat({ max: 20 })),
  received: fc.nat({ max: 500 }),
  delay,
});

/** What a history is made of; see `historyOf`. */
export const arbitraryHistory = fc.record({
  matters: fc.array(matter, { minLength: 3, maxLength: 10, size: "medium" }),
  conferences: fc.array(conference, { maxLength: 5 }),
  plans: fc.array(plan, { maxLength: 4 }),
  returns: fc.uniqueArray(unitReturn, { selector: ({ unit, period }) => `${unit} ${period}`, maxLength: 8 }),
});

type Choices = typeof arbitraryHistory extends fc.Arbitrary<infer T> ? T : never;

/** The history under a tree of its own, whose unit codes begin with `prefix`. */
export function historyOf(prefix: string, { matters, conferences, plans, returns }: Choices): History {
  return {
    ...tree(prefix),
    ...gatherings(prefix, conferences),
    matters: mattersOf(prefix, matters),
    plans: plans.map(({ issuer, year, issued, requirements, delay }, at) => ({
      it: {
        ref: `plan-${at}`,
        unit: prefix + issuer,
        year,
        issued_on: issued,
        requirements: requirements.map(({ unit, required }) => ({ unit: prefix + unit, required })),
      },
      entered: after(issued ?? `${year}-01-01`, delay),
    })),
    returns: returns.map(({ unit, period, early, received, delay }) => ({
      it: { unit: prefix + unit, period, ...returned(period, early, received) },
      entered: after("2020-06-01", delay),
    })),
  };
}

type Returned = { cutoff: string | null; values: Record<string, number> };

/** Taken some days before the period's end, or at it; then one indicator was not asked for. */
function returned(period: Period, early: number | null, received: number): Returned {
  if (early === null) return { cutoff: null, values: { received } };
  const cutoff = Temporal.PlainDate.from(periods[period]).subtract({ days: early }).toString();
  return { cutoff, values: { received, supported: received + 1 } };
}

const askedDay = fc.oneof(
  { weight: 1, arbitrary: day.map((on) => ({ on })) },
  { weight: 3, arbitrary: fc.record({ near: fc.nat({ max: 1000 }), off: fc.constantFrom(-1, -1, 0, 0, 1) }) },
);
type AskedDay = typeof askedDay extends fc.Arbitrary<infer T> ? T : never;

/** A question over the time of a history: most of its days on, just before or just after one that the history names. */
export const arbitraryQuestion = fc.record({
  unit: fc.constantFrom("P", ...unitNames),
  days: fc.tuple(fc.oneof(fc.constant({ on: first.toString() }), askedDay), askedDay),
  asOf: fc.option(askedDay, { freq: 2 }),
  knownOn: fc.option(askedDay, { freq: 3 }),
});
type QuestionChoice = typeof arbitraryQuestion extends fc.Arbitrary<infer T> ? T : never;

export function questionOf(prefix: string, history: History, { unit, days, asOf, knownOn }: QuestionChoice) {
  const [moved, entered] = [daysOf(history), daysOfEntry(history)];
  const [from, to] = days.map((one) => dayOf(one, moved)).toSorted() as [string, string];
  return {
    unit: prefix + unit,
    from,
    to,
    asOf: asOf === null ? undefined : [dayOf(asOf, moved), from].toSorted().at(-1),
    knownOn: knownOn === null ? null : dayOf(knownOn, entered),
  };
}

function dayOf(asked: AskedDay, days: readonly string[]): string {
  if ("on" in asked) return asked.on;
  const near = days[asked.near % Math.max(1, days.length)] ?? first.toString();
  return Temporal.PlainDate.from(near).add({ days: asked.off }).toString();
}

function daysOf({ matters, conferences }: History): string[] {
  const due = matters.flatMap(({ events }) =>
    events.flatMap(({ it }) => ("dueOn" in it ? (it.dueOn ?? []) : [])),
  );
  const moved = matters.flatMap(({ received, events }) => [
    received,
    ...events.flatMap(({ it }) => dayOfEntry(it)),
  ]);
  return [
    ...moved,
    ...due,
    ...conferences.map(({ it }) => it.held_on),
    "2020-01-01",
    "2020-03-01",
    "2020-06-30",
  ];
}

function dayOfEntry(it: Entry): string[] {
  if (it.act === "annul") return [];
  return [it.act === "correct" ? it.received : it.on];
}

function daysOfEntry({ matters, conferences, plans, returns, turns, ballots }: History): string[] {
  const written = [...matters, ...matters.flatMap(({ events }) => events), ...conferences];
  return [...written, ...plans, ...returns, ...turns, ...ballots].map(({ entered }) => entered.day);
}

function after(on: string, { days, late }: Delay): Entered {
  return { day: Temporal.PlainDate.from(on).add({ days }).toString(), late };
}

function gatherings(
  prefix: string,
  chosen: ConferenceChoice[],
): Pick<History, "conferences" | "turns" | "ballots"> {
  const named = chosen.map((one, at) => ({ ...one, ref: `conference-${at}` }));
  return {
    conferences: named.map(({ ref, unit, form, held, attendances, delay }) => ({
      it: { ref, unit: prefix + unit, form, held_on: held, attendances },
      entered: after(held, delay),
    })),
    turns: named.flatMap(({ ref, held, turns }) =>
      turns.map((delay, at) => ({
        it: { ref: `${ref}-${at}`, conference: ref },
        entered: after(held, delay),
      })),
    ),
    ballots: named.flatMap(({ ref, held, ballot }) => {
      if (ballot === null) return [];
      const [very_satisfied, satisfied, neutral, dissatisfied, very_dissatisfied] = ballot.counts as [
        number,
        number,
        number,
        number,
        number,
      ];
      const valid = ballot.counts.reduce((sum, count) => sum + count, 0);
      const counts = { very_satisfied, satisfied, neutral, dissatisfied, very_dissatisfied };
      return [
        {
          it: { conference: ref, issued: valid + 3, returned: valid + 1, valid, counts },
          entered: after(held, ballot.delay),
        },
      ];
    }),
  };
}

function mattersOf(prefix: string, chosen: MatterChoice[]): HistoryMatter[] {
  const matters: HistoryMatter[] = [];
  for (const [at, choice] of chosen.entries()) {
    const original = choice.from === null ? undefined : matters[choice.from % (at + 1)];
    const others = chosen.map((_, other) => `m${other}`).filter((_, other) => other !== at);
    const entered = later(after(choice.received, choice.delay), original?.entered);
    matters.push({
      ref: `m${at}`,
      unit: prefix + choice.unit,
      channel: choice.channel,
      field: choice.field,
      received: choice.received,
      forwardedFrom: original?.ref ?? null,
      entered,
      events: withMistakes(
        choice,
        inOrderOfEntry(choice.received, entered, walk(choice.received, choice.steps, prefix, others)),
      ),
    });
  }
  return matters;
}

/** A walk through the state table: each step one of the moves that it allows there. */
function walk(
  received: string,
  steps: Step[],
  prefix: string,
  others: string[],
): { event: MatterEvent; delay: Delay }[] {
  const walked: { event: MatterEvent; delay: Delay }[] = [];
  let on = received;
  for (const step of steps) {
    on = Temporal.PlainDate.from(on).add({ days: step.gap }).toString();
    const events = walked.map(({ event }) => event);
    const possible = movesFrom(stateAfter(received, events).status)
      .filter((act) => act !== "merge" || others.length > 0)
      .map((act) => eventOf(act, on, step, prefix, others))
      .filter((event) => isLegal(received, [...events, event]));
    const event = possible[step.move % Math.max(1, possible.length)];
    if (event) walked.push({ event, delay: step.delay });
  }
  return walked;
}

/** Those who raised it here, or of another matter too: what was merged is not asked, any may have been. */
function spokenFor(others: string[], detail: number | null): string[] | undefined {
  return detail === null || detail % 3 > 0 || others.length === 0
    ? undefined
    : [others[detail % others.length]!];
}

function eventOf(
  act: MatterEvent["act"],
  on: string,
  { detail, due, delay }: Step,
  prefix: string,
  others: string[],
): MatterEvent {
  const pick = <T>(list: readonly T[]) => list[detail % list.length]!;
  const dueOn = due === null ? null : Temporal.PlainDate.from(on).add({ days: due }).toString();
  switch (act) {
    case "rule":
      return ruled(on, pick(rulings), dueOn);
    case "assign":
      return { act, on, leadId: prefix + pick(["A1", "A2"]), dueOn };
    case "ask_extension":
    case "extend":
      return { act, on, dueOn: dueOn ?? Temporal.PlainDate.from(on).add({ days: delay.days }).toString() };
    case "answer":
    case "reply_from_above":
      return { act, on, outcome: pick(outcomes) };
    case "forward_up":
      return { act, on, toUnitId: `${prefix}P` };
    case "merge":
      return { act, on, intoId: pick(others) };
    case "confirm":
      return {
        act,
        on,
        confirmedBy: pick(confirmers),
        raisedIn: spokenFor(others, due),
        satisfied: detail % 2 === 0,
      };
    default:
      return { act, on };
  }
}

/**
 * The order in which they were written down: by the day each was to be, but one that the register would refuse
 * then waits for what it rests on; one that is never accepted was never entered.
 */
function inOrderOfEntry(
  received: string,
  begun: Entered,
  walked: { event: MatterEvent; delay: Delay }[],
): Written<MatterEvent>[] {
  const written: Written<MatterEvent>[] = [];
  let waiting = walked
    .map(({ event, delay }) => ({ it: event, entered: after(event.on, delay) }))
    .toSorted((a, b) => compare(a.entered, b.entered));
  for (;;) {
    const next = waiting.find(({ it }) => isLegal(received, [...written.map((one) => one.it), it]));
    if (!next) return written;
    written.push({ it: next.it, entered: later(next.entered, written.at(-1)?.entered ?? begun) });
    waiting = waiting.filter((one) => one !== next);
  }
}

/**
 * Among the steps, in the order of entry: some annulled, some words put right. A step that no longer fits once another
 * was annulled was never entered.
 */
function withMistakes(
  { field, received, steps }: MatterChoice,
  written: readonly Written<MatterEvent>[],
): Written<Entry>[] {
  const entries: Written<Entry>[] = [];
  const add = (it: Entry, entered: Entered) =>
    entries.push({ it, entered: later(entered, entries.at(-1)?.entered) });
  for (const [at, { it, entered }] of written.entries()) {
    const known = replayed({ field, received }, entries);
    if (isLegal(known.received, [...known.events, it])) add(it, entered);
    const { annulled, corrected } = steps[at % steps.length]!;
    const so = replayed({ field, received }, entries);
    if (annulled && so.events.length > 0) add({ act: "annul" }, after(entered.day, annulled));
    if (corrected) {
      const day = Temporal.PlainDate.from(so.received).add({ days: corrected.days }).toString();
      const left = replayed({ field, received }, entries).events;
      const possible = isLegal(day, left) ? day : so.received;
      add(
        { act: "correct", field: corrected.field, received: possible },
        after(entered.day, corrected.delay),
      );
    }
  }
  return entries;
}

function later(one: Entered, other: Entered | undefined): Entered {
  return other && compare(one, other) < 0 ? other : one;
}

function compare(one: Entered, other: Entered): number {
  return one.day === other.day ? Number(one.late) - Number(other.late) : one.day < other.day ? -1 : 1;
}

/** Only a written answer is promised for a day. */
function ruled(on: string, ruling: (typeof rulings)[number], dueOn: string | null): MatterEvent {
  return { act: "rule", on, ruling, dueOn: ruling === "written_answer" ? dueOn : null };
}
