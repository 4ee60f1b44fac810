import type { FormRefusal } from "#kernel/form-refusal.ts";
import { m } from "#paraglide/messages.js";
import { expect, test } from "vitest";
import { formState, refusalIn } from "./form-state.ts";

const act = "organization.create_unit";
const refusal: FormRefusal = {
  form: act,
  problem: { code: "act.invalid_input", vi: "Chưa ghi được", en: "Not recorded" },
  faults: [{ field: "code", vi: "Đã có", en: "Taken" }],
  details: {},
  values: { code: "MC" },
};

test("a field is called what its form calls it, and shows what was typed and what is wrong with it", () => {
  expect(formState(act, { refusal }).field("code")).toEqual({
    ...{ name: "code", value: "MC", error: "Đã có" },
    ...{ label: m.unit_code(), hint: m.unit_code_hint() },
  });
});

test("a form does not show what was refused of another on its page", () => {
  expect(formState("organization.rename_unit", { refusal })).toMatchObject({
    errors: [],
    refusal: undefined,
  });
});

test("what the act calls otherwise is shown at the field of the form", () => {
  const state = formState(act, { refusal }, () => "name");
  expect([state.field("code").error, state.field("name").error]).toEqual([undefined, "Đã có"]);
});

test.each([null, undefined, { done: act }])("nothing was refused in %j", (back) => {
  expect(refusalIn(back)).toBeUndefined();
});
