import { describe, expect, test } from "vitest";
import type { NoticeLine } from "./conclusion.ts";
import { asksAssignment, lineChanges } from "./line-changes.ts";
import { changedUnderneath, isAssignedSo } from "./line-conflict.ts";

const line = (matter: string, more: Partial<NoticeLine> = {}): NoticeLine => ({
  position: 1,
  matter,
  task: "Sửa đường",
  lead: "KT",
  leadName: "Kinh tế",
  dueOn: "2026-03-14",
  coordinators: [],
  ...{ saidWords: null, saidOn: null },
  ...more,
});
const helper = (unit: string, dueOn: string | null = null) => ({ unit, name: unit, duty: null, dueOn });

describe("two editions", () => {
  test.each<[string, NoticeLine[], NoticeLine[], string, boolean]>([
    ["the same", [line("1")], [line("1", { position: 4 })], "same:", false],
    ["other words", [line("1")], [line("1", { task: "Làm đường" })], "changed:task", false],
    ["another lead", [line("1")], [line("1", { lead: "VH" })], "changed:lead", true],
    ["another date", [line("1")], [line("1", { dueOn: "2026-04-01" })], "changed:due", true],
    [
      "a helper more",
      [line("1")],
      [line("1", { coordinators: [helper("VH")] })],
      "changed:coordinators",
      true,
    ],
    [
      "a helper's own date that is the line's",
      [line("1", { coordinators: [helper("VH"), helper("YT")] })],
      [line("1", { coordinators: [helper("YT", "2026-03-14"), helper("VH")] })],
      "same:",
      false,
    ],
    ["a new line", [], [line("1")], "added:", true],
    ["a line left out", [line("1")], [], "removed:", false],
  ])("%s", (_, before, after, told, assigns) => {
    const [change] = lineChanges(before, after);
    expect(`${change!.kind}:${change!.parts.join()}`).toBe(told);
    expect(asksAssignment(change!)).toBe(assigns);
  });
});

describe("what somebody else assigned meanwhile", () => {
  const asked = line("1", { lead: "VH" });
  test.each<[string, NoticeLine | null, NoticeLine | null, string]>([
    ["nobody has it", null, null, ""],
    ["a first edition says otherwise", null, line("1"), "lead"],
    ["it is as the edition before left it", line("1"), line("1"), ""],
    ["it is as the line says", line("1"), asked, ""],
    ["an extension was granted", line("1"), line("1", { dueOn: "2026-04-20" }), "due"],
    ["a third has it", line("1"), line("1", { lead: "YT" }), "lead"],
  ])("%s", (_, base, current, parts) => {
    expect(changedUnderneath(asked, base, current).join()).toBe(parts);
    expect(isAssignedSo(asked, current)).toBe(current === asked);
  });
});
