import { expect, test } from "vitest";
import { departedPromise } from "./departed-promise.ts";

const ruled = { act: "rule", on: "2026-02-02", dueOn: "2026-02-20" } as const;
const assigned = { act: "assign", on: "2026-02-03", dueOn: "2026-03-10" } as const;
const told = { events: [ruled, assigned], originalDueOn: "2026-03-10", answeredOn: null };

test("what was promised for another day than the work was given is told with both days", () => {
  expect(departedPromise(told)).toEqual({ promisedOn: "2026-02-20", givenOn: "2026-03-10", kept: null });
});

test.each([
  ["2026-02-20", true],
  ["2026-02-21", false],
])("answered on %s, the promise was kept: %s", (answeredOn, kept) => {
  expect(departedPromise({ ...told, answeredOn })).toMatchObject({ kept });
});

test.each([
  ["nothing was promised", { events: [{ ...ruled, dueOn: null }, assigned] }],
  ["nobody was given it", { events: [ruled], originalDueOn: "2026-02-20" }],
  ["it was given by that day", { originalDueOn: "2026-02-20" }],
  [
    "a later ruling promised nothing",
    { events: [ruled, assigned, { ...ruled, on: "2026-02-09", dueOn: null }] },
  ],
])("not where %s", (_, more) => {
  expect(departedPromise({ ...told, ...more })).toBeNull();
});
