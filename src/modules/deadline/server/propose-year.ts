import { yearInput } from "#kernel/input.ts";
import { Problem } from "#kernel/problem.ts";
import { act } from "#platform/server/act/act.ts";
import { z } from "zod";
import { mayKeepCalendar } from "../permissions.ts";
import { deadlineProblems as problems } from "../problems.ts";
import { proposeYear as proposal } from "../proposal.ts";
import { insertDays, insertYear } from "./calendar.store.ts";
import { recordingOf } from "./recorded-by.ts";

/** Begins a year with the days that the Labour Code lets one foresee; it stays unconfirmed. */
export const proposeYear = act({
  name: "deadline.propose_year",
  title: { vi: "Lập lịch năm từ bản đề xuất", en: "Begin a year's calendar from the proposal" },
  may: mayKeepCalendar,
  input: z.strictObject({ year: yearInput(1990, 2100) }),
  problems,
  place: async () => ({ unitId: null }),
  async run({ trx, input: { year }, actor, now }) {
    const by = recordingOf(actor, now);
    if (!(await insertYear(trx, year, by))) {
      throw new Problem(problems.calendar_year_begun, { values: { year }, field: "year" });
    }
    const { days } = proposal(year);
    await insertDays(trx, year, days, by);
    return { year, days: days.length };
  },
});
