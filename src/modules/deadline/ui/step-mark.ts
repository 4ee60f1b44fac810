import { m } from "#paraglide/messages.js";
import { inLanguage } from "#ui/form-errors.ts";
import { stepInWords } from "../explain.ts";
import type { Count, Step, StepReason } from "../step.ts";
import type { DayMark, MarkTone } from "./mark.ts";

const tones: Record<StepReason["kind"], MarkTone> = {
  start: "start",
  counted: "counted",
  make_up_day: "worked",
  rest: "rest",
  after_hours: "rest",
  moved_over: "moved",
  moved_to: "due",
  act_day: "due",
};

/** How each day of a counting looks in the month tables. */
export function stepMarks(count: Count): (date: string) => DayMark | undefined {
  const due = count.due.slice(0, 10);
  const marks = new Map(count.steps.map((step) => [step.date, markOf(step, step.date === due)]));
  return (date) => marks.get(date);
}

function markOf(step: Step, isDue: boolean): DayMark {
  const words = inLanguage(stepInWords(step));
  if (!isDue) return { tone: tones[step.reason.kind], sign: signOf(step), words };
  return { tone: "due", sign: m.deadline_due_sign(), words: `${m.deadline_due_day()}. ${words}` };
}

function signOf({ ordinal, reason, hours }: Step): string {
  if (hours) return `${Math.round(hours.minutes / 6) / 10}g`;
  if (ordinal !== null) return String(ordinal);
  if (reason.kind === "start") return "0";
  return reason.kind === "moved_over" ? "→" : "–";
}

/** The signs of a counting explained; only those that occur in it. */
export function legendOf(count: Count): DayMark[] {
  const kinds = new Set(count.steps.map(({ reason }) => tones[reason.kind]));
  const all: DayMark[] = [
    { tone: "start", sign: "0", words: m.deadline_legend_start() },
    { tone: "counted", sign: "1", words: m.deadline_legend_counted() },
    { tone: "worked", sign: "1", words: m.deadline_legend_worked() },
    { tone: "rest", sign: "–", words: m.deadline_legend_rest() },
    { tone: "moved", sign: "→", words: m.deadline_legend_moved() },
    { tone: "due", sign: m.deadline_due_sign(), words: m.deadline_due_day() },
  ];
  return all.filter(({ tone }) => tone === "due" || kinds.has(tone));
}
