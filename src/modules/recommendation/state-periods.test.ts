import { Problem } from "#kernel/problem.ts";
import { describe, expect, test } from "vitest";
import { stateAfter } from "./apply-event.ts";
import { isOverdue, type MatterEvent } from "./matter.ts";
import { FOREVER, statePeriods } from "./state-periods.ts";

const received = "2020-01-14";
const ruled: MatterEvent = { act: "rule", on: received, ruling: "written_answer" };
const assigned: MatterEvent = { act: "assign", on: "2020-01-20", leadId: "qldt", dueOn: "2020-01-29" };
const extended: MatterEvent = { act: "extend", on: "2020-01-27", dueOn: "2020-02-10" };
const answered: MatterEvent = { act: "answer", on: "2020-02-08", outcome: "done" };

describe("a matter's history as periods", () => {
  test("each day belongs to one state, and a move on the day of another holds no day", () => {
    const periods = statePeriods(received, [ruled, assigned, extended, answered]);
    expect(periods.map((period) => [period.class, period.enteredOn, period.leftOn, period.dueOn])).toEqual([
      ["awaiting_ruling", "2020-01-14", "2020-01-14", null],
      ["in_hand", "2020-01-14", "2020-01-20", null],
      ["in_hand", "2020-01-20", "2020-01-27", "2020-01-29"],
      ["in_hand", "2020-01-27", "2020-02-08", "2020-02-10"],
      ["done", "2020-02-08", FOREVER, "2020-02-10"],
    ]);
    expect(periods.at(-1)).toMatchObject({ originalDueOn: "2020-01-29", wasOpen: true, isOpen: false });
  });

  test("the order of entry does not matter where the days are known", () => {
    expect(statePeriods(received, [answered, ruled, extended, assigned])).toEqual(
      statePeriods(received, [ruled, assigned, extended, answered]),
    );
  });

  test("the formal closing keeps the line of the report", () => {
    const state = stateAfter(received, [ruled, assigned, answered, { act: "close", on: "2020-02-15" }]);
    expect(state).toMatchObject({ status: "closed", class: "done" });
  });

  test("reopened, it is in hand again and the old answer does not count", () => {
    const state = stateAfter(received, [
      ruled,
      assigned,
      answered,
      { act: "reopen", on: "2020-03-01", reason: "…" },
    ]);
    expect(state).toMatchObject({ class: "in_hand", answeredOn: null, outcome: null });
  });
});

describe("dates of an assignment", () => {
  const later: MatterEvent = { act: "assign", on: "2020-02-01", leadId: "tnmt", dueOn: "2020-03-01" };

  test("an assignment laid over one in force keeps the original date", () => {
    expect(stateAfter(received, [ruled, assigned, later])).toMatchObject({
      dueOn: "2020-03-01",
      originalDueOn: "2020-01-29",
    });
  });

  test("after a return the new assignment has its own original date", () => {
    const returned: MatterEvent = { act: "return", on: "2020-01-31", reason: "không đúng thẩm quyền" };
    expect(stateAfter(received, [ruled, assigned, returned, later])).toMatchObject({
      originalDueOn: "2020-03-01",
    });
  });

  test("an assignment after a return that names no date keeps the original one, extended or not", () => {
    const returned: MatterEvent = { act: "return", on: "2020-01-31", reason: "không đúng thẩm quyền" };
    const dateless: MatterEvent = { ...later, dueOn: null };
    expect(stateAfter(received, [ruled, assigned, extended, returned, dateless])).toMatchObject({
      dueOn: "2020-02-10",
      originalDueOn: "2020-01-29",
    });
  });

  test("overdue is in hand after the present date, not on it", () => {
    const state = stateAfter(received, [ruled, assigned]);
    expect([isOverdue(state, "2020-01-29"), isOverdue(state, "2020-01-30")]).toEqual([false, true]);
    expect(isOverdue(stateAfter(received, [ruled, assigned, answered]), "2020-12-31")).toBe(false);
  });
});

describe("refusals", () => {
  const again = (dueOn: string): MatterEvent => ({ act: "extend", on: "2020-01-28", dueOn });
  const cases: [string, MatterEvent[], string][] = [
    ["an answer before the ruling", [{ ...answered, on: received }], "move_not_allowed"],
    ["anything before the receipt", [{ ...ruled, on: "2020-01-13" }], "before_receipt"],
    [
      "a third extension",
      [ruled, assigned, extended, again("2020-02-20"), again("2020-03-01")],
      "too_many_extensions",
    ],
    ["an extension to an earlier date", [ruled, assigned, again("2020-01-29")], "extension_not_later"],
    ["an extension of nothing", [ruled, { ...assigned, dueOn: null }, extended], "nothing_to_extend"],
    ["a move while held for review", [ruled, { act: "hold", on: "2020-01-15" }, assigned], "held_for_review"],
    ["an approval without a draft", [ruled, { act: "approve_answer", on: received }], "no_draft"],
    [
      "a back-dated move that breaks what follows",
      [ruled, assigned, answered, { act: "merge", on: received, intoId: "x" }],
      "move_not_allowed",
    ],
  ];

  test.each(cases)("%s", (_, events, code) => {
    expect(() => statePeriods(received, events)).toThrow(Problem);
    expect(() => statePeriods(received, events)).toThrow(`recommendation.${code}`);
  });
});
