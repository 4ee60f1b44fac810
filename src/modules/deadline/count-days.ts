import { isWorkingDay, reasonOfRest, type IsoDate, type WorkCalendar } from "#kernel/calendar.ts";
import { plusDays } from "#kernel/calendar/working-days.ts";
import type { Count, Moved, Step, StepReason } from "./step.ts";
import type { DeadlineRule } from "./rule.ts";

type Term = Pick<DeadlineRule, "amount" | "unit" | "direction">;

/** Counts a term of calendar or working days; the readings are those of `countDeadline`. */
export function countDays(
  term: Term,
  start: IsoDate,
  calendar: WorkCalendar,
): Omit<Count, "unconfirmedYears"> {
  const days = [uncounted(start, { kind: "start" }), ...countedDays(term, start, calendar)];
  return term.direction === "forward"
    ? endForward(days, calendar)
    : endBackward(days, calendar, term.unit === "calendar_day");
}

/** Day after day from the start, until `amount` of them count; days of rest in between are kept. */
function countedDays(term: Term, start: IsoDate, calendar: WorkCalendar): Step[] {
  const towards = term.direction === "forward" ? 1 : -1;
  const steps: Step[] = [];
  let date = start;
  for (let ordinal = 1; ordinal <= term.amount;) {
    date = plusDays(date, towards);
    const rest = term.unit === "working_day" ? reasonOfRest(calendar, date) : null;
    if (rest) {
      steps.push(uncounted(date, { kind: "rest", rest }));
      continue;
    }
    steps.push({ date, counted: true, ordinal, reason: countedBecause(calendar, date) });
    ordinal += 1;
  }
  return steps;
}

function countedBecause(calendar: WorkCalendar, date: IsoDate): StepReason {
  const marked = calendar.markedDay(date);
  return marked?.kind === "worked_rest_day"
    ? { kind: "make_up_day", name: marked.name }
    : { kind: "counted" };
}

function endForward(days: Step[], calendar: WorkCalendar): Omit<Count, "unconfirmedYears"> {
  const last = lastDate(days);
  if (isWorkingDay(calendar, last)) return { due: last, steps: days, moved: null };
  const { due, passed, moved } = settle(last, 1, calendar);
  const over = passed.slice(1).map((day) => uncounted(day.date, { kind: "moved_over", rest: day.rest }));
  return { due, steps: [...days, ...over, uncounted(due, { kind: "moved_to" })], moved };
}

/** The day of acting lies beyond the last full day. Rest before it was never the term's end in working days. */
function endBackward(
  days: Step[],
  calendar: WorkCalendar,
  inCalendarDays: boolean,
): Omit<Count, "unconfirmedYears"> {
  const { due, passed, moved } = settle(plusDays(lastDate(days), -1), -1, calendar);
  const kind = inCalendarDays ? "moved_over" : "rest";
  const over = passed.map((day) => uncounted(day.date, { kind, rest: day.rest }));
  const reached = inCalendarDays && moved ? "moved_to" : "act_day";
  return {
    due,
    steps: [...days, ...over, uncounted(due, { kind: reached })],
    moved: inCalendarDays ? moved : null,
  };
}

type Passed = { date: IsoDate; rest: NonNullable<ReturnType<typeof reasonOfRest>> };

/** From a day on, the first working day, with the days of rest passed on the way. */
function settle(from: IsoDate, towards: 1 | -1, calendar: WorkCalendar) {
  const passed: Passed[] = [];
  let date = from;
  for (let rest = reasonOfRest(calendar, date); rest; rest = reasonOfRest(calendar, date)) {
    passed.push({ date, rest });
    date = plusDays(date, towards);
  }
  const first = passed[0];
  const moved: Moved | null = first ? { from, to: date, because: first.rest } : null;
  return { due: date, passed, moved };
}

function uncounted(date: IsoDate, reason: StepReason): Step {
  return { date, counted: false, ordinal: null, reason };
}

function lastDate(steps: readonly Step[]): IsoDate {
  return steps[steps.length - 1]!.date;
}
