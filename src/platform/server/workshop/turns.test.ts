import { describe, expect, test } from "vitest";
import { comeAgainIn, expectedFor, paceAfter, waitIn } from "./turns.ts";

const one = { processes: 1, waiting: [], running: [] };
const patience = { waits: 20_000, most: 50 };
const since = 1_000_000;

describe("a turn comes", () => {
  test.each([
    ["at once where nobody works", one, 0],
    ["at once beside one who works", { ...one, processes: 2, running: [{ expected: 9000, since }] }, 0],
    ["when who works is done", { ...one, running: [{ expected: 9000, since }] }, 9000],
    ["after those who wait", { ...one, waiting: [500, 700], running: [{ expected: 300, since }] }, 1500],
    [
      "twice as soon where two work",
      { processes: 2, waiting: [1000, 1000], running: [1, 2].map(() => ({ expected: 1000, since })) },
      2000,
    ],
  ])("%s", (_, queue, wait) => {
    expect(waitIn(queue, since)).toBe(wait);
  });

  test("sooner, the longer one has been at work; one that should be done counts for nothing", () => {
    const queue = { ...one, running: [{ expected: 9000, since }] };
    expect([2000, 9000, 60_000].map((later) => waitIn(queue, since + later))).toEqual([7000, 0, 0]);
  });
});

describe("who comes", () => {
  const waiting = (count: number, expected: number) => ({
    ...one,
    waiting: Array<number>(count).fill(expected),
    running: [{ expected: 1, since: 0 }],
  });

  test.each([
    ["is taken where their turn comes in time", waiting(20, 1000), null],
    ["is refused where it does not, until half are done", waiting(21, 1000), 11],
    ["is refused where too many wait, however short their works are", waiting(50, 10), 5],
    ["is told of no moment sooner than five seconds", waiting(50, 1), 5],
    ["is told of as long as is too long", waiting(49, 1500), 54],
    ["is told of no moment later than two minutes", waiting(30, 60_000), 120],
  ])("%s", (_, queue, seconds) => {
    expect(comeAgainIn(queue, patience, since)).toBe(seconds);
  });

  test("of a command is always taken", () => {
    expect(comeAgainIn(waiting(500, 60_000), { waits: Infinity, most: Infinity }, since)).toBeNull();
  });
});

describe("what is expected of a work", () => {
  test("follows what was seen, a fifth at a time", () => {
    expect(paceAfter(10, 2000, 20)).toBe(10);
    expect(paceAfter(10, 2000, 120)).toBe(20);
    const learnt = Array.from({ length: 30 }).reduce<number>((pace) => paceAfter(pace, 25_000, 75), 100);
    expect(learnt).toBeCloseTo(3, 0);
    expect(expectedFor(3, 25_000)).toBe(75);
  });

  test("a very small one says little of a large one", () => {
    expect(paceAfter(3, 1, 3)).toBeCloseTo(3);
    expect(expectedFor(3, 1)).toBe(3);
  });
});
