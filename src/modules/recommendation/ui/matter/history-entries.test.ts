import { expect, test } from "vitest";
import type { AnnulledLine, CorrectionLine, EventLine } from "../../server/index.ts";
import { historyEntries, repeated } from "./history-entries.ts";

const step = (on: string, sequence: number) => ({ act: "assign", on, sequence }) as EventLine;
const annulled = (on: string, sequence: number) => step(on, sequence) as AnnulledLine;

test("the newest first, what was annulled where it stood; the last step that holds is known as such", () => {
  const told = {
    events: [step("2026-02-01", 2), step("2026-02-03", 1), step("2026-02-03", 3)],
    annulled: [annulled("2026-02-03", 2), annulled("2026-02-09", 4)],
    corrections: [{ on: "2026-02-02" } as CorrectionLine, { on: "2026-02-03" } as CorrectionLine],
  };
  const shown = historyEntries(told).map((entry) =>
    entry.kind === "corrected"
      ? ["corrected", entry.correction.on]
      : [entry.kind, entry.event.on, entry.event.sequence, entry.kind === "step" && entry.isLast],
  );
  expect(shown).toEqual([
    ["annulled", "2026-02-09", 4, false],
    ["corrected", "2026-02-03"],
    ["step", "2026-02-03", 3, true],
    ["annulled", "2026-02-03", 2, false],
    ["step", "2026-02-03", 1, false],
    ["corrected", "2026-02-02"],
    ["step", "2026-02-01", 2, false],
  ]);
});

test("what stands at the head of the page, or in a later step, is not said again", () => {
  const said = (on: string, sequence: number, text: string) => ({ ...step(on, sequence), text });
  const [draft, approved, answer] = [
    said("2026-02-01", 1, "Xong"),
    step("2026-02-02", 2),
    said("2026-02-03", 3, "Xong"),
  ];
  const first = said("2026-01-30", 0, "Đang làm");
  const told = { events: [first, draft, { ...approved, text: null }, answer], annulled: [], corrections: [] };
  const entries = historyEntries(told);
  expect([...repeated(entries, ["Xong"])]).toEqual([answer, draft]);
  expect([...repeated(entries, [])]).toEqual([draft]);
});
