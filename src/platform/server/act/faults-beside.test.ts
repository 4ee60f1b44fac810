import { recordConference } from "#modules/conference/server/index.ts";
import { expect, test } from "vitest";
import { faultsBeside } from "./faults-beside.ts";
import { inputFaults } from "./input-faults.ts";

/** Everything that is told of an input on the first sending. */
function told(input: Record<string, unknown>): string[] {
  const parsed = recordConference.input.safeParse(input, { reportInput: true });
  const found = parsed.success ? [] : inputFaults(parsed.error);
  const beside = faultsBeside(found, recordConference, input, "2026-03-02");
  return [...found, ...beside].map(({ field }) => field);
}

const chair = { name: "Bà Một", capacity: "chairperson" };

test("what the schema refuses and what does not hold together is told at once", () => {
  const chairs = [chair, { ...chair, is_head: "false" }];
  const input = { unit: "A", form: "ad_hoc", held_on: "2026-03-09", attendances: "x", chairs };
  expect(told(input)).toEqual(["attendances", "held_on", "ad_hoc_reason", "chairs.1.substitution_reason"]);
});

test("a part that cannot be read is told of once, and judged by nothing", () => {
  const input = { unit: "A", form: "ad_hoc", held_on: "31/2/2026", collect_until: "2026-03-09", chairs: [] };
  expect(told(input)).toEqual(["held_on", "chairs", "ad_hoc_reason"]);
});

test("of what is no object nothing can be read", () => {
  expect(faultsBeside([], recordConference, null, "2026-03-02")).toEqual([]);
});
