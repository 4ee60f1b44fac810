import { describe, expect, test } from "vitest";
import { askedOf, lostByMerging } from "./lost-by-merging.ts";
import { isOverdue, receivedState, reportClasses, type MatterState } from "./matter.ts";

const given = (more: Partial<MatterState> = {}): MatterState => ({
  ...receivedState,
  class: "in_hand",
  status: "in_hand",
  assignmentActive: true,
  leadId: "one",
  dueOn: "2026-03-10",
  ...more,
});

describe("work in hand that would be merged", () => {
  test.each([
    ["into what nobody was given", receivedState, "merge_leaves_lead"],
    ["into another's work", given({ leadId: "two" }), "merge_leaves_lead"],
    [
      "into what it helps with, by the same day",
      given({ leadId: "two", coordinators: [{ unitId: "one" }] }),
      null,
    ],
    ["into what it leads, by a later day", given({ dueOn: "2026-03-11" }), "merge_gains_time"],
    ["into what it leads, by no day", given({ dueOn: null }), "merge_gains_time"],
    ["into what it leads, by an earlier day", given({ dueOn: "2026-03-01" }), null],
    [
      "into what is answered, which is asked about by itself",
      given({ class: "done", status: "answered" }),
      null,
    ],
  ] as const)("%s", (_, into, lost) => {
    expect(lostByMerging(given(), into)).toBe(lost);
  });

  test("is not merged while more time is asked for, and a promise without an agency is kept", () => {
    const asking = given({ extensionAsked: { dueOn: "2026-04-01", reason: null } });
    expect(lostByMerging(asking, given())).toBe("merge_time_asked");
    const promised = given({ assignmentActive: false, leadId: null, status: "awaiting_assignment" });
    expect(lostByMerging(promised, receivedState)).toBe("merge_gains_time");
    expect(lostByMerging(receivedState, receivedState)).toBeNull();
    // What was answered keeps its assignment as it was.
    expect(lostByMerging(given({ class: "done", status: "answered" }), receivedState)).toBeNull();
  });
});

describe("a draft that lies before the leaders", () => {
  test.each([
    ["drafted", "merge_draft_waits"],
    ["approved", "merge_draft_waits"],
    ["sent_back", null],
    ["none", null],
  ] as const)("%s", (draft, lost) => {
    expect(lostByMerging(given({ draft }), given())).toBe(lost);
    expect(askedOf(given({ draft }))).toBe(lost);
    // What has ended keeps the answer that it had, and what ends the other is asked about by itself.
    expect(lostByMerging(given({ draft, class: "done", status: "answered" }), given())).toBeNull();
    expect(lostByMerging(given({ draft }), given({ class: "done", status: "answered" }))).toBeNull();
  });
});

test("what is overdue is never in hand and not overdue after a merge", () => {
  const days = [null, "2026-03-01", "2026-03-10", "2026-03-20"];
  for (const dueOn of days)
    for (const due of days)
      for (const reportClass of reportClasses) {
        const [matter, into] = [given({ dueOn }), given({ dueOn: due, class: reportClass })];
        if (lostByMerging(matter, into) !== null || !isOverdue(matter, "2026-03-15")) continue;
        expect(reportClass === "in_hand" && !isOverdue(into, "2026-03-15")).toBe(false);
        expect(reportClass).not.toBe("awaiting_ruling");
      }
});
