import { expect, test } from "vitest";
import { stateAfter } from "./apply-event.ts";
import { openDuties } from "./duties.ts";
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

test("a hand-over keeps what was done, a new assignment asks anew", () => {
  expect(open(assigned, done("one"), handOver("heir", "two"))).toEqual(["two"]);
  expect(open(assigned, done("one"), handOver("one", "heir"))).toEqual(["heir"]);
  expect(open(assigned, done("one"), { ...assigned, on: "2026-02-12" })).toEqual(["one", "two"]);
});
