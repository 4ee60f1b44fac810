import { expect, test } from "vitest";
import { planReminderToday } from "./plan-reminder.ts";

test.each([
  ["2026-05-30", null],
  ["2026-05-31", "quarter_30"],
  ["2026-06-19", "quarter_30"],
  ["2026-06-20", "quarter_10"],
  ["2026-06-30", "quarter_10"],
  ["2026-07-01", "quarter_over"],
  ["2026-07-30", "quarter_over"],
  ["2026-07-31", null],
  ["2025-06-20", null],
])("of the second quarter of 2026, on %s: %s", (day, kind) => {
  expect(planReminderToday(2026, 2, day)).toBe(kind);
});

test("the last quarter is still spoken of in the new year", () => {
  expect(planReminderToday(2025, 4, "2026-01-01")).toBe("quarter_over");
});
