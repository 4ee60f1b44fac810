import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { percent, rateParts, ratesOf } from "./rates.ts";

describe("a share in percent, one decimal", () => {
  test.each([
    [90, 104, 86.5],
    [104, 104, 100],
    [0, 7, 0],
    [1, 3, 33.3],
    [2, 3, 66.7],
    [1, 2000, 0.1], // exactly half of a tenth goes up
    [9, 2000, 0.5],
    [67, 400, 16.8], // 16.75, which binary fractions hold only nearly
    [201, 400, 50.3],
  ])("%i of %i is %f", (part, whole, expected) => {
    expect(percent(part, whole)).toBe(expected);
  });

  test("of nothing there is no share", () => {
    expect(percent(0, 0)).toBeNull();
  });

  test("is never further off than half of a tenth", () => {
    const counts = fc.tuple(fc.nat({ max: 1_000_000 }), fc.integer({ min: 1, max: 1_000_000 }));
    fc.assert(
      fc.property(counts, ([part, whole]) => {
        expect(Math.abs(percent(part, whole)! - (100 * part) / whole)).toBeLessThanOrEqual(0.05 + 1e-9);
      }),
    );
  });
});

test("each rate has its own base, and none where that is empty", () => {
  const counts = { distinct: 8, directed: 7, done: 3, explained: 1, refused: 0 };
  const late = { answered_on_time: 2, answered_after_extension: 1, answered_late: 1, overdue: 0 };
  expect(ratesOf({ ...counts, ...late })).toEqual({
    directed: 87.5,
    done: 37.5,
    substantive: 75,
    on_time: 50,
  });
  const undated = { answered_on_time: 0, answered_after_extension: 0, answered_late: 0, overdue: 0 };
  expect(ratesOf({ ...counts, ...undated })).toMatchObject({ on_time: null });
});

test("what is open and late is not left out of the rate on time", () => {
  const counts = { distinct: 104, directed: 104, done: 90, explained: 0, refused: 0 };
  const answered = { answered_on_time: 90, answered_after_extension: 0, answered_late: 0 };
  expect(ratesOf({ ...counts, ...answered, overdue: 0 }).on_time).toBe(100);
  expect(ratesOf({ ...counts, ...answered, overdue: 14 }).on_time).toBe(86.5);
  expect(rateParts({ ...counts, ...answered, overdue: 14 }).on_time).toEqual([90, 104]);
});
