import { expect, test } from "vitest";
import { quotaChanges, quotaShown } from "./quota-form.ts";

const posted = {
  "quota-a": "5",
  "shown-a": "3",
  "quota-b": "3",
  "shown-b": "3",
  "quota-c": "",
  "shown-c": "2",
};

test("only what was changed here is sent, with what it was changed from", () => {
  expect(quotaChanges({ ...posted, note: "x" })).toEqual([
    { invitation: "a", quota: "5", expected_quota: "3" },
    { invitation: "c", quota: "", expected_quota: "2" },
  ]);
});

test("come back, a row shows what was typed in it, and an untouched one what another has made of it", () => {
  expect(["a", "b", "c"].map((row) => quotaShown(7, row, posted))).toEqual(["5", "7", ""]);
  expect(quotaShown(7, "a", undefined)).toBe("7");
});
