import { expect, test } from "vitest";
import { readTypedHour } from "./typed-hour.ts";

test.each([
  ["7:30", "07:30"],
  ["07:30", "07:30"],
  ["07.30", "07:30"],
  ["7h30", "07:30"],
  [" 7 giờ 30 phút ", "07:30"],
  ["7 GIỜ RƯỠI", "07:30"],
  ["7g00", "07:00"],
  ["14h", "14:00"],
  ["0h05", "00:05"],
  ["23:59", "23:59"],
])("%j is read as %s", (typed, hour) => {
  expect(readTypedHour(typed)).toBe(hour);
});

test.each(["", "24:00", "7:60", "7:3", "sáng", "7", "730", "7:30:00", "-1:00", "7h30 sáng"])(
  "%j is no hour",
  (typed) => {
    expect(readTypedHour(typed)).toBeNull();
  },
);
