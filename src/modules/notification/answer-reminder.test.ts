import { vietnamCalendar } from "#modules/deadline/proposal.ts";
import { expect, test } from "vitest";
import { answerReminderToday } from "./answer-reminder.ts";

const calendar = vietnamCalendar([]);

// The conference is on Tuesday 24/3/2026; three days before it is a Saturday.
test.each<[invited: string, today: string, string | null, string]>([
  ["2026-03-02", "2026-03-02", null, "the invitation itself was the word"],
  ["2026-03-02", "2026-03-16", null, "half of the time: nothing to press for"],
  ["2026-03-02", "2026-03-19", null, "the day before the first reminder"],
  ["2026-03-02", "2026-03-20", "three_days_before", "Saturday 21/3 is moved back to Friday"],
  ["2026-03-02", "2026-03-22", "three_days_before", "days on which nothing ran owe the last one"],
  ["2026-03-02", "2026-03-23", "one_day_before", "the eve"],
  ["2026-03-21", "2026-03-21", null, "invited late: not reminded on the same day"],
  ["2026-03-21", "2026-03-23", "one_day_before", "but on the eve"],
  ["2026-03-23", "2026-03-23", null, "invited on the eve"],
  ["2026-03-02", "2026-03-25", null, "the day after is too late"],
])("invited on %s, on %s: %s (%s)", (invitedOn, today, kind) => {
  expect(answerReminderToday(invitedOn, "2026-03-24", today, calendar)).toBe(kind);
});
