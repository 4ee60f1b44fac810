import { describe, expect, test } from "vitest";
import { dayOfStep, stepErrors } from "./step-errors.ts";

const steps = [
  { code: "announce", title: { vi: "Thông báo", en: "Announce" } },
  { code: "invite", title: { vi: "Mời", en: "Invite" } },
] as Parameters<typeof stepErrors>[1];
const fault = { field: "on", code: "invalid", vi: "Ngày không có.", en: "No such day." };
const refused = (values: Record<string, string>) => ({
  form: "conference.do_step",
  problem: { code: "input.invalid", vi: "Sai", en: "Wrong" },
  faults: [fault],
  details: {},
  values,
});

describe("a step that could not be ticked", () => {
  test("is named in the summary, which leads to its own box", () => {
    const [error] = stepErrors(refused({ step: "invite", on: "31/13/2026" }), steps);
    expect(error).toMatchObject({ field: dayOfStep("invite"), label: "Mời, ngày làm" });
  });

  test("that is on no list keeps the field's own error", () => {
    expect(stepErrors(refused({ step: "gone", on: "x" }), steps)).toHaveLength(1);
    expect(stepErrors(undefined, steps)).toEqual([]);
  });
});
