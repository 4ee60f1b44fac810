import { expect, test } from "vitest";
import { spokenDay } from "./spoken-day.ts";

// A Wednesday.
const on = "2026-12-30";

test.each([
  ["hôm nay", "2026-12-30"],
  ["Hôm qua", "2026-12-29"],
  ["hôm kia", "2026-12-28"],
  ["ngày mai", "2026-12-31"],
  ["ngày kia", "2027-01-01"],
  ["thứ năm tuần sau", "2027-01-07"],
  ["Thứ Năm  tuần tới".normalize("NFD"), "2027-01-07"],
  ["thứ 2 tuần này", "2026-12-28"],
  ["thứ tư tuần trước", "2026-12-23"],
  ["chủ nhật tuần này", "2027-01-03"],
  ["chủ nhật tới", "2027-01-03"],
  ["thứ hai tới", "2027-01-04"],
])("%s is %s", (words, day) => expect(spokenDay(words, on)).toBe(day));

test.each(["", "tuần sau", "thứ tám tuần sau", "thứ năm", "17/2", "hôm nào"])("%j is no day", (words) =>
  expect(spokenDay(words, on)).toBeNull(),
);
