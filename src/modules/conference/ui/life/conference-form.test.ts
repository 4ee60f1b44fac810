import { expect, test } from "vitest";
import { chairRows, conferenceInput, faultsByRow, valuesOfHead } from "./conference-form.ts";

const fields = {
  unit: "A",
  form: "periodic",
  held_on: "5/2/2026",
  legal_bases: "Luật 72/2025/QH15\r\n\n  Kế hoạch 12-KH/HU ",
  chair_rows: "4",
  "chairs-0-name": "Bà Một",
  "chairs-0-capacity": "party_secretary",
  "chairs-0-is_head": "true",
  "chairs-1-name": "",
  "chairs-1-capacity": "",
  "chairs-1-is_head": "true",
  "chairs-2-name": "Ông Ba",
  "chairs-2-capacity": "deputy",
  "chairs-2-is_head": "false",
  "chairs-2-substitution_reason": "",
};

test("the day stays as typed, legal bases by line, an empty row is no chair", () => {
  expect(conferenceInput(fields)).toEqual({
    unit: "A",
    form: "periodic",
    held_on: "5/2/2026",
    legal_bases: ["Luật 72/2025/QH15", "Kế hoạch 12-KH/HU"],
    chairs: [
      { name: "Bà Một", capacity: "party_secretary", is_head: "true", substitution_reason: undefined },
      { name: "Ông Ba", capacity: "deputy", is_head: "false", substitution_reason: "" },
    ],
  });
});

test("a fault of the second chair is shown in the row where that chair was typed", () => {
  const faults = [{ field: "chairs.1.substitution_reason" }, { field: "chairs" }, { field: "legal_bases.3" }];
  expect(faultsByRow(faults, fields).map(({ field }) => field)).toEqual([
    "chairs-2-substitution_reason",
    "chairs-0-name",
    "legal_bases",
  ]);
});

test.each([
  [{}, 3],
  [{ chair_rows: "5" }, 5],
  [{ chair_rows: "99" }, 20],
  [{ "chairs-6-name": "Ông Bảy" }, 7],
])("rows to show for %j: %i", (values, rows) => {
  expect(chairRows(values as Record<string, string>)).toBe(rows);
});

test("the head of the unit is proposed in the first chair, of the capacity that the plan names", () => {
  const chairs = [
    { unit: "A", name: "Bí Thư", capacity: "party_secretary" },
    { unit: "A", name: "Chủ Tịch", capacity: "chairperson" },
    { unit: "B", name: "Người Khác", capacity: "party_secretary" },
  ] as const;
  expect(valuesOfHead(chairs, "A")["chairs-0-name"]).toBe("Bí Thư");
  expect(valuesOfHead(chairs, "A", "chairperson")).toEqual({
    ...{ "chairs-0-name": "Chủ Tịch", "chairs-0-capacity": "chairperson", "chairs-0-is_head": "true" },
  });
  expect(valuesOfHead(chairs, "A", "front")).toEqual({});
  expect(valuesOfHead(chairs, undefined)).toEqual({});
});
