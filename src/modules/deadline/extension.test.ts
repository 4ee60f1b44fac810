import { expect, test } from "vitest";
import { mayExtend } from "./extension.ts";

const asked = { presentDue: "2020-01-29", granted: 0, today: "2020-01-27", newDue: "2020-02-10" };

test.each([
  ["before expiry, for a later date", asked],
  ["on the last day itself", { ...asked, today: "2020-01-29" }],
  ["a second time", { ...asked, granted: 1 }],
  ["by one day", { ...asked, newDue: "2020-01-30" }],
])("an extension may be asked for %s", (_what, request) => {
  expect(mayExtend(request)).toBeNull();
});

test.each([
  ["extension_after_expiry", { ...asked, today: "2020-01-30" }, "29/01/2020"],
  ["extension_not_later", { ...asked, newDue: "2020-01-29" }, "29/01/2020"],
  ["extension_not_later", { ...asked, newDue: "2020-01-28" }, "29/01/2020"],
  ["extension_too_many", { ...asked, granted: 2 }, "2 lần"],
])("refused: %s", (code, request, says) => {
  const problem = mayExtend(request);
  expect(problem?.definition.code).toBe(`deadline.${code}`);
  expect(problem?.vi).toContain(says);
});

test("the number of extensions is a rule that can be another", () => {
  expect(mayExtend({ ...asked, granted: 1 }, 1)?.definition.code).toBe("deadline.extension_too_many");
  expect(mayExtend({ ...asked, granted: 2 }, 3)).toBeNull();
});
