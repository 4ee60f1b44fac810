import { synthesisPaper, type SynthesisField } from "#modules/conference/papers/synthesis.ts";
import { expect, test } from "vitest";
import { everyPaper } from "../../../tests/support/every-paper.ts";
import type { Cell } from "./document-model.ts";
import { layOut } from "./lay-out.ts";
import { mattersIn, withoutMatters } from "./matter-rows.ts";

const synthesis = everyPaper["government-synthesis"]!;
const report = everyPaper["government-results_report"]!;
const told = (paper = report) => paper.body.flatMap((block) => (block.kind === "table" ? block.rows : []));

test("a synthesis has a row for each of its matters; counts have none", () => {
  expect(mattersIn(synthesis)).toEqual(["VM-2026-0", "VM-2026-1", "VM-2026-2", "VM-2026-3", "VM-2026-4"]);
  expect(mattersIn(everyPaper["government-periodic_report"]!)).toEqual([]);
});

test("a row out of sight keeps its place and nothing else; the others stay as they are", () => {
  const [matter] = mattersIn(report);
  const whole = told();
  const shown = told(withoutMatters(report, [matter!]));
  expect(shown.length).toBe(whole.length);
  const stubs = shown.filter((row, index) => row !== whole[index]);
  expect(stubs.length).toBeGreaterThan(0);
  for (const stub of stubs) expect(stub.slice(1)).toEqual(["Đã chuyển theo quy định", "", ""]);
  expect(withoutMatters(report, [])).toBe(report);
});

const field = (name: string, villages: number, ...codes: string[]): SynthesisField => ({
  name,
  villages,
  matters: codes.map((code) => ({
    code,
    text: `Việc ${code}`,
    villageName: `Thôn ${code}`,
    late: false,
    earlier: [],
  })),
});
const occasion = { form: "periodic", heldOn: "2026-02-03" };
const fields = [field("Đất đai", 1, "A"), field("Giao thông", 2, "B", "C"), field("Y tế", 1, "D")];
const facts = { occasion: occasion as never, fields, asOf: "2026-01-25", outgoing: (text: string) => text };
const frozen = { ...synthesis, body: synthesisPaper(facts, "government").body };
const words = (hidden: readonly string[]) => {
  const shown = withoutMatters(frozen, hidden);
  const cells = (rows: readonly (readonly Cell[])[]) =>
    rows.map((row) => row.map((cell) => (typeof cell === "object" && "text" in cell ? cell.text : cell)));
  return shown.body.map((block) =>
    block.kind === "table" ? cells(block.rows) : "text" in block && block.text,
  );
};

test("a synthesis no longer tells of which field something was that went out of sight", () => {
  expect(words(["A", "C"])).toEqual([
    expect.stringContaining("4 ý kiến, kiến nghị"),
    "Số lượng theo lĩnh vực",
    [
      ["1", "Giao thông", "1", "1"],
      ["2", "Y tế", "1", "1"],
      ["", "Đã chuyển theo quy định", "2", ""],
    ],
    "Nội dung",
    "Giao thông (1 ý kiến, kiến nghị, 1 thôn, tổ dân phố)",
    [["1", "Việc B", "Thôn B", ""]],
    "Y tế (1 ý kiến, kiến nghị, 1 thôn, tổ dân phố)",
    [["1", "Việc D", "Thôn D", ""]],
    "Ngoài ra có 2 nội dung đã chuyển theo quy định.",
    expect.stringContaining("Trên đây"),
  ]);
});

test.each([[["A", "B", "C", "D"]], [["D"]], [["A"]]])(
  "without %j nothing of it is left on any sheet",
  (hidden) => {
    const sheet = JSON.stringify(layOut(withoutMatters(frozen, hidden)));
    for (const code of hidden) expect(sheet).not.toContain(`Việc ${code}`);
    expect(sheet).toContain(`Ngoài ra có ${hidden.length} nội dung`);
    if (hidden.includes("A")) expect(sheet).not.toContain("Đất đai");
  },
);
