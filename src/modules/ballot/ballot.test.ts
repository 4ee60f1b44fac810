import { Problem } from "#kernel/problem.ts";
import { expect, test } from "vitest";
import { refuseUnlessBalanced, satisfiedShare, shownAnswers, type Count } from "./ballot.ts";

const count = (change: Partial<Count> = {}): Count => ({
  issued: 60,
  returned: 58,
  not_returned: 2,
  valid: 57,
  spoiled: 1,
  very_satisfied: 20,
  satisfied: 34,
  neutral: 2,
  dissatisfied: 1,
  very_dissatisfied: 0,
  ...change,
});

function faults(given: Count): string[] {
  try {
    refuseUnlessBalanced(given);
    return [];
  } catch (error) {
    return (error as Problem).faults.map(({ field, vi }) => `${field}: ${vi}`);
  }
}

test.each([
  ["all sums hold", {}, []],
  [
    "too few lie on the table",
    { issued: 61 },
    ["issued: Phát ra 61 phiếu, nhưng thu về cộng không thu về là 60: thiếu 1 phiếu."],
  ],
  [
    "more came back than lie there",
    { returned: 57, not_returned: 3 },
    ["returned: Thu về 57 phiếu, nhưng hợp lệ cộng không hợp lệ là 58: thừa 1 phiếu."],
  ],
  [
    "the answers are too few",
    { satisfied: 30 },
    ["valid: Có 57 phiếu hợp lệ, nhưng tổng năm mức là 53: thiếu 4 phiếu."],
  ],
  ["every sum that fails is told", { returned: 50, satisfied: 30 }, [/^issued/, /^returned/, /^valid/]],
])("%s", (_, change, expected) => {
  expect(faults(count(change))).toEqual(
    expected.map((each) => (typeof each === "string" ? each : (expect.stringMatching(each) as string))),
  );
});

test.each([
  [54, 57, 94.7],
  [1, 3, 33.3],
  [0, 9, 0],
  [0, 0, null],
])("%i of %i are %s percent", (pleased, valid, share) => {
  expect(satisfiedShare({ valid, very_satisfied: 0, satisfied: pleased })).toBe(share);
});

test.each([
  ["large groups are told", [20, 34, 6, 7, 0], [20, 34, 6, 7, 0]],
  ["two small ones beside each other are not", [20, 34, 2, 1, 0], [20, 34, null, null, 0]],
  ["a single small one takes the next with it", [20, 34, 9, 1, 0], [20, 34, null, null, 0]],
  ["nor does the share give one away", [3, 34, 0, 0, 0], [null, null, 0, 0, 0]],
  ["of fewer than five ballots nothing is told", [0, 4, 0, 0, 0], [null, null, null, null, null]],
])("%s", (_, [very_satisfied, satisfied, neutral, dissatisfied, very_dissatisfied], shown) => {
  const given = { very_satisfied, satisfied, neutral, dissatisfied, very_dissatisfied } as Record<
    string,
    number
  >;
  expect(Object.values(shownAnswers(given as never))).toEqual(shown);
});
