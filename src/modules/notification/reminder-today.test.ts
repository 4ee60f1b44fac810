import { vietnamCalendar } from "#modules/deadline/proposal.ts";
import { expect, test } from "vitest";
import { reminderToday } from "./reminder-today.ts";

const calendar = vietnamCalendar([]);

test.each<[string, string | null, string]>([
  ["2026-02-01", null, "before the assignment"],
  ["2026-02-02", "assigned", "on the day of the assignment"],
  ["2026-02-10", "assigned", "before half of the time has passed"],
  ["2026-02-13", "half_time", "half-time, 17/2, lies in Tết: the Friday before it"],
  ["2026-03-01", "three_days_before", "Sunday 1/3 owes what Saturday 28/2 was moved from"],
  ["2026-03-03", "one_day_before", "the eve"],
  ["2026-03-04", "one_day_before", "the day itself owes nothing new"],
  ["2026-03-05", "late_1", "the first day late"],
  ["2026-03-11", "late_1", "still the first week"],
  ["2026-03-12", "late_2", "a week later"],
  ["2026-03-31", "late_4", "days on which nothing ran are not made up for one by one"],
])("on %s what is owed is %s: %s", (today, kind) => {
  expect(reminderToday("2026-02-02", "2026-03-04", today, calendar)?.kind ?? null).toBe(kind);
});
