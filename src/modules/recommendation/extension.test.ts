import { Problem } from "#kernel/problem.ts";
import { expect, test } from "vitest";
import { applyEvent } from "./apply-event.ts";
import { refusalToAsk, refusalToExtend } from "./extension.ts";
import { receivedState, type MatterState } from "./matter.ts";
import { recommendationProblems } from "./problems.ts";
import { moveFields } from "./ui/moves/move-fields.ts";

const dated = { dueOn: "2020-01-29", extensions: 0 };
const asked = { ...dated, today: "2020-01-27", newDue: "2020-02-10" };

test.each([
  ["before expiry, for a later date", asked],
  ["on the last day itself", { ...asked, today: "2020-01-29" }],
  ["a second time", { ...asked, extensions: 1 }],
  ["by one day", { ...asked, newDue: "2020-01-30" }],
])("an extension may be asked for %s", (_what, { newDue, today, ...state }) => {
  expect(refusalToAsk(state, newDue, today)).toBeNull();
});

test.each([
  ["extension_asked_late", { ...asked, today: "2020-01-30" }, "29/01/2020"],
  ["extension_not_later", { ...asked, newDue: "2020-01-29" }, "29/01/2020"],
  ["extension_not_later", { ...asked, newDue: "2020-01-28" }, "29/01/2020"],
  ["too_many_extensions", { ...asked, extensions: 2 }, "2 lần"],
  // That no more is to be had is said before that it would be too late.
  ["too_many_extensions", { ...asked, extensions: 2, today: "2020-01-30" }, "2 lần"],
  ["nothing_to_extend", { ...asked, dueOn: null }, "chưa có thời hạn"],
])("refused to whoever asks: %s", (code, { newDue, today, ...state }, says) => {
  const refusal = refusalToAsk(state, newDue, today)!;
  expect(refusal.problem).toBe(code);
  expect(new Problem(recommendationProblems[refusal.problem], refusal).vi).toContain(says);
});

test("what was asked for in time may be granted once the date has passed", () => {
  expect(refusalToExtend(dated, "2020-02-10")).toBeNull();
});

test.each([
  ["nothing to extend", { dueOn: null }, "2020-02-10", "nothing_to_extend"],
  ["a third one", { extensions: 2 }, "2020-02-10", "too_many_extensions"],
  ["an earlier date", {}, "2020-01-28", "extension_not_later"],
])("a grant of %s is refused at the field that its form asks for", (_what, of, dueOn, code) => {
  const state: MatterState = { ...receivedState, ...dated, ...of, status: "in_hand" };
  const grant = () => applyEvent(state, { act: "extend", on: "2020-01-28", dueOn });
  expect(grant).toThrow(`recommendation.${code}`);
  expect(refusalToExtend(state, dueOn)!.field).toBe("due");
  expect(moveFields.extend.map(({ name }) => name)).toContain("due");
});
