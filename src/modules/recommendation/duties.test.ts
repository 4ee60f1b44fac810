import { expect, test } from "vitest";
import { stateAfter } from "./apply-event.ts";
import { onceEachUnit, openDuties } from "./duties.ts";
import type { MatterEvent } from "./matter.ts";

const assigned: MatterEvent = {
  act: "assign",
  on: "2026-02-02",
  leadId: "lead",
  coordinators: [{ unitId: "one" }, { unitId: "two" }],
  dueOn: "2026-03-02",
};
const done = (coordinatorId: string, on = "2026-02-05"): MatterEvent => ({
  act: "finish_duty",
  on,
  coordinatorId,
  text: "Đã đo",
});
const handOver = (...units: string[]): MatterEvent => ({
  act: "hand_over",
  on: "2026-02-10",
  leadId: "lead",
  coordinators: units.map((unitId) => ({ unitId })),
});
const open = (...events: MatterEvent[]) =>
  openDuties(stateAfter("2026-02-02", events)).map(({ unitId }) => unitId);

test("a part is open until its agency has called it done, in whatever order that was entered", () => {
  expect(open(assigned)).toEqual(["one", "two"]);
  expect(open(done("one"), assigned)).toEqual(["two"]);
  expect(open(assigned, done("one"), done("two"))).toEqual([]);
});

test("nobody calls done what is not theirs, or twice", () => {
  expect(() => open(assigned, done("three"))).toThrow("recommendation.no_open_duty");
  expect(() => open(assigned, done("one"), done("one"))).toThrow("recommendation.no_open_duty");
  expect(() => open(assigned, done("one", "2026-02-01"))).toThrow();
});

test("a part goes on beside one that the taker has, each as done as it was, also where the taker leads", () => {
  const merged: MatterEvent = {
    ...handOver(),
    coordinators: [
      { unitId: "two", dutyOf: "one", duty: "đo đạc" },
      { unitId: "two", duty: "vận động" },
    ],
  };
  const parts = (...events: MatterEvent[]) =>
    openDuties(stateAfter("2026-02-02", events)).map(({ unitId, duty }) => [unitId, duty]);
  expect(parts(assigned, merged, done("two"))).toEqual([["two", "đo đạc"]]);
  expect(parts(assigned, done("one"), merged)).toEqual([["two", "vận động"]]);
  const carried = { ...done("two", "2026-02-12"), dutyOf: "one" };
  expect(parts(assigned, merged, carried)).toEqual([["two", "vận động"]]);
  expect(parts(assigned, merged, carried, done("two", "2026-02-13"))).toEqual([]);
  expect(() => parts(assigned, done("one"), merged, carried)).toThrow("recommendation.no_open_duty");
  const leads = { ...merged, leadId: "two" };
  expect(parts(assigned, leads).length).toBe(2);
  // Once more, to a third: two parts that were of two.
  const again = {
    ...leads,
    on: "2026-02-20",
    coordinators: merged.coordinators!.map((one) => ({
      ...one,
      dutyOf: one.dutyOf ?? "two",
      unitId: "three",
    })),
  };
  expect(parts(assigned, done("two"), leads, again)).toEqual([["three", "đo đạc"]]);
});

test("an assignment gives each unit one part, with all its words and the later date", () => {
  const parts = [
    { unitId: "b", duty: "đo", dueOn: "2026-02-10" },
    { unitId: "b", dutyOf: "a", duty: "vận động", dueOn: "2026-02-12" },
    { unitId: "lead", duty: "chi" },
    { unitId: "c" },
  ];
  expect(onceEachUnit(parts, "lead")).toEqual([
    { unitId: "b", duty: "đo; vận động", dueOn: "2026-02-12" },
    { unitId: "c" },
  ]);
});

test("a hand-over keeps what was done, a new assignment asks anew", () => {
  expect(open(assigned, done("one"), handOver("heir", "two"))).toEqual(["two"]);
  expect(open(assigned, done("one"), handOver("one", "heir"))).toEqual(["heir"]);
  expect(open(assigned, done("one"), { ...assigned, on: "2026-02-12" })).toEqual(["one", "two"]);
});
