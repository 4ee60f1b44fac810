import { expect, test } from "vitest";
import { quartersOf, totalsOf, type Entry, type UnitLine } from "./against.ts";

const line = (required: number | null, held: number): UnitLine => ({
  unit: "A",
  name: "Xã A",
  required,
  planned: 0,
  held,
  shortfall: Math.max(0, (required ?? 0) - held),
});

test("a surplus of one unit never makes good the shortfall of another", () => {
  expect(totalsOf([line(4, 6), line(4, 2), line(null, 3)])).toEqual({
    required: 8,
    planned: 0,
    held: 11,
    shortfall: 2,
  });
});

test("where no plan asks anything, nothing is required, which is not the same as nought", () => {
  expect(totalsOf([line(null, 3)]).required).toBeNull();
  expect(totalsOf([]).required).toBeNull();
});

const entry = (part: Partial<Entry>): Entry => ({
  id: "1",
  unit: "A",
  name: "Xã A",
  isPlanned: true,
  isCounted: false,
  state: "open",
  quarter: 1,
  on: null,
  startsAt: null,
  form: "periodic",
  chairCapacity: null,
  topic: null,
  reason: null,
  conferenceId: null,
  ...part,
});

test("held in a later quarter than planned: planned in the one, held in the other, overdue in none", () => {
  const quarters = quartersOf([entry({ state: "held", isCounted: true, quarter: 1, on: "2026-04-02" })]);
  expect(quarters.map(({ planned, held, overdue }) => [planned, held, overdue])).toEqual([
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 0],
    [0, 0, 0],
  ]);
});

test("what was not planned counts among what was held, and not among what was planned", () => {
  const [, second] = quartersOf([
    entry({ isPlanned: false, state: "held", isCounted: true, quarter: 2, on: "2026-05-01" }),
    entry({ quarter: 2, state: "coming", on: "2026-06-01" }),
    entry({ quarter: 2, state: "overdue" }),
    entry({ quarter: 2, state: "called_off" }),
    entry({ quarter: 2, state: "open" }),
  ]);
  expect(second).toEqual({ quarter: 2, planned: 4, held: 1, coming: 1, overdue: 1, called_off: 1 });
});
