import { yearOfDate, type CalendarDay } from "#kernel/calendar.ts";
import { dayInput, optionalText } from "#kernel/input.ts";
import { Problem } from "#kernel/problem.ts";
import { act } from "#platform/server/act/act.ts";
import { z } from "zod";
import { calendarYearProblem } from "../calendar-year.ts";
import { mayKeepCalendar } from "../permissions.ts";
import { deadlineProblems as problems } from "../problems.ts";
import { insertDays, markConfirmed, supersedeDay, yearForChange } from "./calendar.store.ts";
import { recordingOf } from "./recorded-by.ts";

const kinds = ["holiday", "compensation", "worked_rest_day", "plain"] as const;

/**
 * Marks a day, marks it otherwise, or makes it a plain day of the week again (`plain`). A year that had been
 * confirmed has to be confirmed anew.
 */
export const setDay = act({
  name: "deadline.set_day",
  title: { vi: "Ghi một ngày của lịch", en: "Set a day of the calendar" },
  may: mayKeepCalendar,
  input: z.strictObject({
    date: dayInput,
    kind: z.enum(kinds),
    name: optionalText(200),
    decision: optionalText(200),
  }),
  problems,
  place: async () => ({ unitId: null }),
  async run({ trx, input, actor, now }) {
    const { date, kind, name, decision } = input;
    const year = yearOfDate(date);
    await yearForChange(trx, year, "date");
    const wasMarked = await supersedeDay(trx, date, now);
    if (kind === "plain" && !wasMarked) {
      throw new Problem(problems.calendar_day_not_marked, { values: { date }, field: "date" });
    }
    if (kind !== "plain") {
      if (name === undefined) throw new Problem(problems.calendar_day_unnamed, { field: "name" });
      const day: CalendarDay = { date, kind, name, decision };
      refuseUnsound(day);
      await insertDays(trx, year, [day], recordingOf(actor, now));
    }
    await markConfirmed(trx, year, null);
    return { date, kind };
  },
});

/** Says at once, at the field, what would keep the year from being confirmed later. */
function refuseUnsound(day: CalendarDay): void {
  const fault = calendarYearProblem({ year: yearOfDate(day.date), days: [day], confirmed: false });
  if (fault) throw new Problem(fault.definition, { values: { date: day.date }, field: "date" });
}
