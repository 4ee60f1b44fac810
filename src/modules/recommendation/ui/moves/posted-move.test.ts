import { actNamed } from "#acts/registry.ts";
import { describe, expect, test } from "vitest";
import { moves } from "../../status-transitions.ts";
import { moveFields } from "./move-fields.ts";
import { dutyField, moveInput, ownDueField } from "./posted-move.ts";

test("agencies come with their duties and days, which stay as they were typed for the act to read", () => {
  const fields = {
    lead: "A-KT",
    due: "1/7/2026",
    on: "",
    coordinators: ["A VH"],
    [dutyField("A VH")]: "khảo sát",
    [ownDueField("A VH")]: "15-06-2026",
    [dutyField("A-YT")]: "không đánh dấu",
    expected_version: "3",
    q: "bỏ qua",
  };
  expect(moveInput("assign", "A-2026-0001", fields)).toEqual({
    recommendation: "A-2026-0001",
    lead: "A-KT",
    due: "1/7/2026",
    on: "",
    coordinators: [{ unit: "A VH", duty: "khảo sát", due: "15-06-2026" }],
    expected_version: "3",
  });
});

// Matters are handed over by the record of their unit, not one by one.
describe.each(moves.filter((move) => move !== "hand_over"))("%s", (move) => {
  const act = actNamed(`recommendation.${move}`)!;
  const faultsOf = (fields: Record<string, unknown>) => {
    const parsed = act.input.safeParse(moveInput(move, "A-2026-0001", fields));
    return parsed.success ? [] : [...new Set(parsed.error.issues.map(({ path, code }) => path[0] ?? code))];
  };

  test("a form left empty is refused at exactly the fields it marks as required", () => {
    const required = moveFields[move]
      .filter(({ optional, sometimes, asked }) => !asked && !sometimes && !optional)
      .map(({ name }) => name);
    expect(faultsOf({}).toSorted()).toEqual(required.toSorted());
  });

  test("what the form asks for is what the act takes", () => {
    const filled = {
      ruling: "noted",
      lead: "A",
      due: "1/7/2026",
      until: "1/7/2026",
      outcome: "done",
      to: "T",
      into: "X",
      reason: "r",
      text: "t",
      symbol: "12/UBND-KT",
      by: "front",
      satisfied: "false",
      review_on: "2/7/2026",
    };
    expect(faultsOf(filled)).toEqual([]);
  });
});
