import { describe, expect, test } from "vitest";
import { faultsByRow, filled, planInput, plannedRows, withoutRow } from "./plan-form.ts";

const asked = (row: number, unit: string, required: string) => ({
  [`asked-${row}-unit`]: unit,
  [`asked-${row}-required`]: required,
});

describe("what was posted", () => {
  test("a unit whose number is left empty is asked nothing; a nought is kept", () => {
    const fields = { ...asked(0, "A", "4"), ...asked(1, "B", " "), ...asked(2, "C", "0") };
    const { requirements } = planInput(fields) as { requirements: { unit: string }[] };
    expect(requirements.map(({ unit }) => unit)).toEqual(["A", "C"]);
  });

  test("a row with a unit and a form alone plans nothing; a day stays as it was typed", () => {
    const fields = {
      "planned-0-unit": "A",
      "planned-0-form": "periodic",
      "planned-0-quarter": "",
      "planned-1-unit": "A",
      "planned-1-form": "periodic",
      "planned-1-quarter": "1",
      "planned-1-planned_on": "29/2/2028",
    };
    expect(planInput(fields).planned).toMatchObject([{ unit: "A", quarter: "1", planned_on: "29/2/2028" }]);
  });

  test("a fault is shown at the row where it was typed", () => {
    const values = { ...asked(0, "A", ""), ...asked(1, "B", "x"), "planned-2-quarter": "5" };
    const faults = ["requirements.0.required", "planned.0.quarter", "note"].map((field) => ({ field }));
    expect(faultsByRow(faults, values).map(({ field }) => field)).toEqual([
      "asked-1-required",
      "planned-2-quarter",
      "note",
    ]);
  });
});

test("one number for all below leaves the plan's own unit as it is", () => {
  const values = { ...asked(0, "T", "2"), ...asked(1, "A", ""), ...asked(2, "B", "9"), fill_with: "4" };
  const given = filled(values, 1);
  expect([0, 1, 2].map((row) => given[`asked-${row}-required`])).toEqual(["2", "4", "4"]);
});

test("without one of its rows the others keep what was typed, and one row fewer is shown", () => {
  const topics = ["một", "hai", "ba"].map((topic, row) => [`planned-${row}-topic`, topic]);
  const values = { ...(Object.fromEntries(topics) as Record<string, string>), planned_shown: "4" };
  const left = withoutRow(values, 1);
  expect([left["planned-0-topic"], left["planned-1-topic"], left["planned-2-topic"]]).toEqual([
    "một",
    "ba",
    undefined,
  ]);
  expect(plannedRows(left, 200)).toBe(3);
});
