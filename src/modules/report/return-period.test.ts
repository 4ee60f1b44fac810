import { describe, expect, test } from "vitest";
import { apart, periodsOfYears, spanOf } from "./return-period.ts";

describe("the days of a period return", () => {
  test.each([
    ["2020", "2020-01-01", "2020-12-31"],
    ["2020-H1", "2020-01-01", "2020-06-30"],
    ["2020-H2", "2020-07-01", "2020-12-31"],
    ["2020-Q1", "2020-01-01", "2020-03-31"],
    ["2020-Q4", "2020-10-01", "2020-12-31"],
    ["2020-9M", "2020-01-01", "2020-09-30"],
    ["2020-12M", "2020-01-01", "2020-12-31"],
    ["2020-02", "2020-02-01", "2020-02-29"],
    ["2021-02", "2021-02-01", "2021-02-28"],
    ["2020-05", "2020-05-01", "2020-05-31"],
  ])("%s", (period, start, end) => {
    expect(spanOf(period)).toEqual({ period, start, end });
  });

  test.each(["2020-13", "2020-5", "2020-H3", "2020-Q0", "2020-13M", "20", "2020-", "năm 2020"])(
    "not %s",
    (period) => {
      expect(spanOf(period)).toBeNull();
    },
  );
});

describe("periods that may be added up", () => {
  test.each([
    [["2020-Q1", "2020-H1", "2020-Q2"], ["2020-H1"]],
    [
      ["2020-Q1", "2020-Q2", "2020-07"],
      ["2020-07", "2020-Q1", "2020-Q2"],
    ],
    [["2020", "2020-H2", "2020-12"], ["2020"]],
    [
      ["2020-H2", "2020-9M", "2020-Q4"],
      ["2020-9M", "2020-Q4"],
    ],
    [
      ["2019", "2020-05"],
      ["2019", "2020-05"],
    ],
    [["2020-6M", "2020-H1"], ["2020-6M"]],
  ])("of %j: %j", (given, kept) => {
    expect([...apart(given)].sort()).toEqual(kept);
    expect([...apart(given.toReversed())].sort()).toEqual(kept);
  });
});

test("the names of all periods of a year, each once", () => {
  const names = periodsOfYears(2019, 2020).map(({ period }) => period);
  expect(names).toHaveLength(2 * (1 + 2 + 4 + 12 + 12));
  expect(new Set(names).size).toBe(names.length);
  expect(names).toEqual(expect.arrayContaining(["2019-H2", "2020", "2020-9M", "2020-05"]));
});
