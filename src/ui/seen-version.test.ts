import type { FormRefusal } from "#kernel/form-refusal.ts";
import { expect, test } from "vitest";
import { changedMeanwhile, versionIn } from "./seen-version.ts";

const sentence = { code: "conference.changed_meanwhile", vi: "", en: "" };
const refused = (details: FormRefusal["details"]): FormRefusal => ({
  ...{ form: "agenda", problem: sentence, faults: [], details },
  values: { expected_version: "3" },
});

test("once the changes were shown the form goes against the present version", () => {
  expect(versionIn(refused({ version: 4 }))).toBe(4);
  expect(changedMeanwhile(refused({ version: 4 }))).toBe(true);
});

test("refused for anything else it stays against what was seen, so that a change is still shown", () => {
  expect(versionIn(refused({}))).toBe("3");
  expect(changedMeanwhile(refused({}))).toBe(false);
});

test("a form that did not come back has nothing to say", () => {
  expect(versionIn(undefined)).toBeNull();
});
