import { describe, expect, test } from "vitest";
import { conferenceStateOn, plannedStateOn, unplannedStateOn, type ConferenceLife } from "./planned-state.ts";

const prepared: ConferenceLife = {
  heldOn: "2026-05-20",
  recordedAt: "2026-05-01T03:00:00Z",
  heldRecordedAt: null,
  calledOffAt: null,
};
const held: ConferenceLife = { ...prepared, heldRecordedAt: "2026-05-21T01:00:00Z" };
const calledOff: ConferenceLife = { ...prepared, calledOffAt: "2026-05-10T01:00:00Z" };
/** Out of an old register, entered years later. */
const old: ConferenceLife = {
  heldOn: "2019-09-16",
  recordedAt: "2026-01-05T03:00:00Z",
  heldRecordedAt: "2026-01-05T03:00:00Z",
  calledOffAt: null,
};
const second = { year: 2026, quarter: 2, plannedOn: null } as const;

test.each([
  ["before it was entered", prepared, "2026-04-30", null],
  ["prepared", prepared, "2026-05-01", "prepared"],
  ["its day going by does not make it held", prepared, "2026-06-01", "prepared"],
  ["held, from its day on", held, "2026-05-20", "held"],
  ["the day before it was still prepared", held, "2026-05-19", "prepared"],
  ["not yet called off", calledOff, "2026-05-09", "prepared"],
  ["called off", calledOff, "2026-05-10", "called_off"],
  ["of an old register, on its day", old, "2019-09-16", "held"],
  ["of an old register, the day before", old, "2019-09-15", null],
])("a conference: %s", (_, life, day, state) => {
  expect(conferenceStateOn(life, day)).toBe(state);
});

test("the day begins at midnight in Việt Nam, not in Greenwich", () => {
  const lateEvening = { ...prepared, recordedAt: "2026-04-30T17:00:00Z" };
  expect(conferenceStateOn(lateEvening, "2026-04-30")).toBeNull();
  expect(conferenceStateOn(lateEvening, "2026-05-01")).toBe("prepared");
});

describe("what a plan foresees in a quarter", () => {
  test.each([
    ["nothing done, the quarter's last day", [], "2026-06-30", "open"],
    ["nothing done, the day after", [], "2026-07-01", "overdue"],
    ["prepared", [prepared], "2026-05-20", "coming"],
    ["prepared, and nobody said that it was held", [prepared], "2026-05-21", "overdue"],
    ["held", [held], "2026-12-31", "held"],
    ["held in another quarter than foreseen", [{ ...held, heldOn: "2026-08-01" }], "2026-08-01", "held"],
    ["called off", [calledOff], "2026-05-15", "called_off"],
    [
      "called off, then prepared anew",
      [calledOff, { ...prepared, heldOn: "2026-06-20" }],
      "2026-05-15",
      "coming",
    ],
    ["called off, then held", [calledOff, held], "2026-05-25", "held"],
  ] as const)("%s", (_, lives, day, state) => {
    expect(plannedStateOn(second, lives, day)).toBe(state);
  });

  test("a planned day makes it overdue before the quarter is over", () => {
    const dated = { ...second, plannedOn: "2026-05-12" };
    expect(plannedStateOn(dated, [], "2026-05-12")).toBe("open");
    expect(plannedStateOn(dated, [], "2026-05-13")).toBe("overdue");
  });
});

test.each([
  [prepared, "2026-05-20", "coming"],
  [prepared, "2026-05-21", "overdue"],
  [calledOff, "2026-05-21", "called_off"],
  [held, "2026-05-21", "held"],
  [held, "2026-04-01", null],
] as const)("outside a plan: %o on %s is %s", (life, day, state) => {
  expect(unplannedStateOn(life, day)).toBe(state);
});
