import { expect, test } from "vitest";
import { daysLate, dueDates, presentDue, timeliness } from "./timeliness.ts";

const extendedTwice = dueDates("2020-01-29", ["2020-02-10", "2020-02-20"]);
const never = dueDates("2020-01-29", []);

test("the original date is kept beside the last one granted", () => {
  expect(extendedTwice).toEqual({ original: "2020-01-29", extended: "2020-02-20" });
  expect(presentDue(extendedTwice)).toBe("2020-02-20");
  expect(presentDue(never)).toBe("2020-01-29");
});

test.each([
  ["2020-01-29", extendedTwice, "on_time", 0],
  ["2020-01-30", extendedTwice, "after_extension", 0],
  ["2020-02-20", extendedTwice, "after_extension", 0],
  ["2020-02-21", extendedTwice, "late", 1],
  ["2020-01-29", never, "on_time", 0],
  ["2020-03-01", never, "late", 32], // over 29 February
])("answered on %s", (on, due, how, late) => {
  expect(timeliness(on, due)).toBe(how);
  expect(daysLate(on, due)).toBe(late);
});
