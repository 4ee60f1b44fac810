import type { CalendarDay, CalendarDayKind } from "#kernel/calendar.ts";
import { m } from "#paraglide/messages.js";
import type { DayMark, MarkTone } from "./mark.ts";
import { dayKindText } from "./texts.ts";

const tones: Record<CalendarDayKind, MarkTone> = {
  holiday: "rest",
  compensation: "moved",
  worked_rest_day: "worked",
};
const signs: Record<CalendarDayKind, () => string> = {
  holiday: m.calendar_sign_holiday,
  compensation: m.calendar_sign_compensation,
  worked_rest_day: m.calendar_sign_worked_rest_day,
};

/** How the marked days of a year look in its twelve months. */
export function yearMarks(days: readonly CalendarDay[]): (date: string) => DayMark | undefined {
  const marks = new Map(
    days.map(({ date, kind, name }) => [date, { tone: tones[kind], sign: signs[kind](), words: name }]),
  );
  return (date) => marks.get(date);
}

export function yearLegend(): DayMark[] {
  const kinds = ["holiday", "compensation", "worked_rest_day"] as const;
  return kinds.map((kind) => ({ tone: tones[kind], sign: signs[kind](), words: dayKindText(kind) }));
}
