import { expect, test } from "vitest";
import { remainingInWords } from "./remaining.ts";

test.each([
  ["2024-03-03", "2024-02-29", "còn 3 ngày", "3 days left"],
  ["2024-03-01", "2024-02-29", "còn 1 ngày", "1 day left"],
  ["2024-02-29", "2024-02-29", "hôm nay là hạn", "due today"],
  ["2024-02-28", "2024-02-29", "quá hạn 1 ngày", "1 day overdue"],
  ["2024-02-28", "2024-03-01", "quá hạn 2 ngày", "2 days overdue"],
  ["2025-12-31", "2026-01-10", "quá hạn 10 ngày", "10 days overdue"],
])("due %s, today %s: %s", (due, today, vi, en) => {
  expect(remainingInWords(due, today)).toEqual({ vi, en });
});
