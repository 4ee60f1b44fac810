import { dayInput } from "#kernel/input.ts";
import { expect, test } from "vitest";
import { withOfferedDays } from "./offered-days.ts";

const issue = dayInput.safeParse("17/2").error!.issues[0] as unknown as {
  params: { vi: string; en: string };
};
const { vi, en } = issue.params;
const refused = (field: string, typed: string) =>
  withOfferedDays({ faults: [{ field, vi, en }], values: { [field]: typed } }, "2026-11-30");

test.each([
  ["received_on", "17/2", "17/02/2026"],
  ["on", "hôm qua", "29/11/2026"],
  ["due", "17/2", "17/02/2027"],
  ["collect_until", "thứ năm tuần sau", "10/12/2026"],
  ["held_on", "14/12", "14/12/2026"],
  ["date", "5/12", "05/12/2026"],
])("%s: %s comes back as %s, said back", (field, typed, day) => {
  const { faults, values } = refused(field, typed);
  expect(values[field]).toBe(day);
  expect(faults[0]!.vi).toContain(day);
  expect(faults[0]!.en).toContain(day);
});

test("a day of one among several stands at its own box, in its own words", () => {
  const faults = [
    { field: "coordinators.0.due", vi, en },
    { field: "planned.0.planned_on", vi, en },
  ];
  const values = { "due:A-VH": "17/2", "planned-3-planned_on": "5/12" };
  const names: Record<string, string> = {
    "coordinators.0.due": "due:A-VH",
    "planned.0.planned_on": "planned-3-planned_on",
  };
  const told = withOfferedDays({ faults, values }, "2026-11-30", (path) => names[path] ?? null);
  expect(told.values).toEqual({ "due:A-VH": "17/02/2027", "planned-3-planned_on": "05/12/2026" });
  expect(told.faults.map(({ field }) => field)).toEqual(["due:A-VH", "planned.0.planned_on"]);
  expect(told.faults[0]!.vi).toContain("17/02/2027");
});

test.each(["31/13/2026", "30/2", "bbb"])("%s is no day, and nothing is offered", (typed) => {
  expect(refused("on", typed)).toEqual({ faults: [{ field: "on", vi, en }], values: { on: typed } });
});
