import { expect, test } from "vitest";
import { everyPaper } from "../../../tests/support/every-paper.ts";
import { mattersIn, withoutMatters } from "./matter-rows.ts";

const synthesis = everyPaper["government-synthesis"]!;
const told = (paper = synthesis) => paper.body.flatMap((block) => (block.kind === "table" ? block.rows : []));

test("a synthesis has a row for each of its matters; counts have none", () => {
  expect(mattersIn(synthesis)).toEqual(["VM-2026-0", "VM-2026-1", "VM-2026-2", "VM-2026-3", "VM-2026-4"]);
  expect(mattersIn(everyPaper["government-periodic_report"]!)).toEqual([]);
});

test("a row out of sight keeps its place and nothing else; the others stay as they are", () => {
  const shown = told(withoutMatters(synthesis, ["VM-2026-1"]));
  const whole = told();
  expect(shown.length).toBe(whole.length);
  expect(shown.filter((row, index) => row !== whole[index])).toEqual([
    ["2", "Đã chuyển theo quy định", "", ""],
  ]);
  expect(withoutMatters(synthesis, [])).toBe(synthesis);
});
