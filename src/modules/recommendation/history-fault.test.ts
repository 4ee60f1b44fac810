import { Problem } from "#kernel/problem.ts";
import { expect, test } from "vitest";
import { refuseUnfitting } from "./history-fault.ts";
import type { MatterEvent } from "./matter.ts";

const known: readonly MatterEvent[] = [
  { act: "rule", on: "2026-11-06", ruling: "written_answer" },
  { act: "assign", on: "2026-11-07", leadId: "agency", dueOn: "2026-11-20", coordinators: [] },
  { act: "draft_answer", on: "2026-11-25", outcome: "done", text: "Đã thay bóng" },
];

function refused(event: MatterEvent): Problem {
  try {
    refuseUnfitting(known, event);
  } catch (problem) {
    if (problem instanceof Problem) return problem;
    throw problem;
  }
  throw new Error("it was not refused");
}

test("a fact of an earlier day names the step that could not stand after it", () => {
  const { definition, vi, faults } = refused({
    act: "answer",
    on: "2026-11-19",
    outcome: "done",
    text: "Đã thay bóng",
  });
  expect(definition.code).toBe("recommendation.leaves_later_step");
  expect(vi).toContain("ngày 19/11/2026 thì “Dự thảo trả lời” ngày 25/11/2026");
  expect(faults).toMatchObject([{ field: "on" }]);
});

test("a fact that cannot be for itself says why", () => {
  const early = refused({ act: "answer", on: "2026-11-06", outcome: "done", text: "x" });
  expect(early.definition.code).toBe("recommendation.leaves_later_step");
  const assigned = refused({ act: "confirm", on: "2026-11-26", satisfied: true, confirmedBy: "front" });
  expect(assigned.definition.code).toBe("recommendation.move_not_allowed");
  expect(assigned.vi).toContain("ngày 26/11/2026");
});

test("what fits is let through, whatever its day", () => {
  for (const on of ["2026-11-25", "2026-11-26"])
    expect(() => {
      refuseUnfitting(known, { act: "draft_answer", on, outcome: "done", text: "Đã thay bóng" });
    }).not.toThrow();
});
