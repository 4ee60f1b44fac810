import { expect, test } from "vitest";
import { defineProblems, Problem } from "./problem.ts";

const { early, named } = defineProblems("test", {
  early: { status: 422, vi: "Ngày {on} sớm hơn {received}.", en: "{on} is before {received}." },
  named: { status: 422, vi: "Không có {code}.", en: "There is no {code}." },
});

test("the days in a refusal are written as people read them", () => {
  const problem = new Problem(early, { field: "on", values: { on: "2026-02-03", received: "2026-11-12" } });
  expect([problem.vi, problem.en]).toEqual([
    "Ngày 03/02/2026 sớm hơn 12/11/2026.",
    "03/02/2026 is before 12/11/2026.",
  ]);
  expect(problem.faults).toEqual([{ field: "on", vi: problem.vi, en: problem.en }]);
});

test.each(["MC-2020-001", "2026", "2026-02", "12"])("%s is no day and stays", (code) => {
  expect(new Problem(named, { values: { code } }).vi).toBe(`Không có ${code}.`);
});
