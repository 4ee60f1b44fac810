import { expect, test } from "vitest";
import { planPaper, type PlanFacts } from "./paper.ts";

const facts: PlanFacts = {
  unitName: "Huyện Thử",
  year: 2026,
  note: "Căn cứ Điều 43\n\nYêu cầu thiết thực",
  replacedSymbol: null,
  requirements: [
    { unit: "A", unitName: "Xã An", required: 4, form: "periodic", chairCapacity: null },
    { unit: "B", unitName: "Xã Bình", required: 0, form: null, chairCapacity: null },
    { unit: "C", unitName: "Xã Cao", required: 3, form: null, chairCapacity: "party_secretary" },
  ],
  planned: [
    ...[
      { quarter: 4 as const, plannedOn: null, topic: "Môi trường" },
      { quarter: 2 as const, plannedOn: "2026-05-20", topic: "<Đất> & đai" },
      { quarter: 2 as const, plannedOn: null, topic: null },
    ].map((line, index) => ({
      id: String(index),
      unit: "A",
      unitName: "Xã An",
      form: "thematic" as const,
      chairCapacity: null,
      audience: "Thanh niên",
      place: null,
      continues: null,
      ...line,
    })),
  ],
};
const tables = (given: PlanFacts) => planPaper(given, "party").body.filter((block) => block.kind === "table");

test("asks by unit, without those of whom nothing is asked, and adds up", () => {
  const [asked] = tables(facts);
  expect(asked!.rows.map((row) => row.slice(1, 3))).toEqual([
    ["Xã An", "4"],
    ["Xã Cao", "3"],
  ]);
  expect(asked!.total).toEqual(["", "Cộng", "7", "", ""]);
});

test("foresees by quarter, those with a day first", () => {
  const [, planned] = tables(facts);
  expect(planned!.rows.map(([when, , what]) => [when, what])).toEqual([
    ["20/05/2026", "<Đất> & đai; Đối thoại chuyên đề"],
    ["Quý II", "Đối thoại chuyên đề"],
    ["Quý IV", "Môi trường; Đối thoại chuyên đề"],
  ]);
});

test("says which plan it takes the place of, and nothing of what it does not hold", () => {
  expect(planPaper({ ...facts, replacedSymbol: "05-KH/HU" }, "party").abstract).toMatch(
    /năm 2026 \(thay thế Kế hoạch số 05-KH\/HU\)$/,
  );
  const bare = planPaper({ ...facts, requirements: [], planned: [], note: null }, "government");
  expect(bare).toMatchObject({ side: "government", kind: "plan", body: [] });
});
