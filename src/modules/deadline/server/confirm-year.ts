import { yearInput } from "#kernel/input.ts";
import { Problem } from "#kernel/problem.ts";
import { act } from "#platform/server/act/act.ts";
import { z } from "zod";
import { calendarYearProblem } from "../calendar-year.ts";
import { mayKeepCalendar } from "../permissions.ts";
import { deadlineProblems as problems } from "../problems.ts";
import { markConfirmed, yearForChange } from "./calendar.store.ts";
import { recordingOf } from "./recorded-by.ts";

/** A person vouches for a year: its days are those that were decided. */
export const confirmYear = act({
  name: "deadline.confirm_year",
  title: { vi: "Xác nhận lịch năm", en: "Confirm a year's calendar" },
  may: mayKeepCalendar,
  input: z.strictObject({ year: yearInput(1990, 2100) }),
  problems,
  place: async () => ({ unitId: null }),
  async run({ trx, input: { year }, actor, now }) {
    const drafted = await yearForChange(trx, year, "year");
    if (drafted.confirmed) throw new Problem(problems.calendar_year_confirmed, { values: { year } });
    const fault = calendarYearProblem(drafted);
    if (fault) throw fault;
    await markConfirmed(trx, year, recordingOf(actor, now));
    return { year };
  },
});
