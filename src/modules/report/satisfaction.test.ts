import { expect, test } from "vitest";
import { satisfactionOf, type BallotGroup } from "./satisfaction.ts";

/** One session each. */
const session = (valid: number, pleased: number): BallotGroup => ({
  valid,
  pleased,
  fewest: pleased,
  sessions: 1,
  issued: valid + 2,
  returned: valid + 1,
});

test("every session weighs the same, however many ballots it had", () => {
  expect(satisfactionOf([session(10, 9), session(200, 200)])).toEqual({
    sessions: 2,
    minimum: 90,
    mean: 95,
    issued: 214,
    returned: 212,
    valid: 210,
  });
});

test("the mean is rounded once, at its end", () => {
  expect(satisfactionOf([session(3, 1), session(6, 1), session(7, 2)]).mean).toBe(26.2); // (1/3 + 1/6 + 2/7) / 3
});

test("sessions of equal size are one group", () => {
  const group = { valid: 20, sessions: 3, issued: 66, returned: 63, pleased: 51, fewest: 12 };
  expect(satisfactionOf([group])).toMatchObject({ sessions: 3, valid: 60, minimum: 60, mean: 85 });
});

test("a session without a valid ballot counts as a session and says nothing", () => {
  expect(satisfactionOf([session(0, 0)])).toMatchObject({ sessions: 1, minimum: null, mean: null });
  expect(satisfactionOf([])).toMatchObject({ sessions: 0, minimum: null, mean: null });
});
