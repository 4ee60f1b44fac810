import { describe, expect, test } from "vitest";
import { paste } from "./paste.ts";

const units = [
  { code: "T", name: "Tỉnh Thử" },
  { code: "A", name: "Xã An" },
  { code: "B", name: "Xã Bình" },
  { code: "B2", name: "Xã Bình" },
];
const known = { units, year: 2026 };
const faultsOf = (list: "asked" | "planned", text: string) =>
  paste(list, text, {}, known).faults.map(({ field }) => field);

describe("pasted lines", () => {
  test("fill in what is asked of each unit, by code or by name, with headings or without", () => {
    const without = paste("asked", "xa an\t4\tđịnh kỳ\tBí thư cấp ủy\nB2\t3", { note: "x" }, known);
    expect(without.values).toEqual({
      note: "x",
      "asked-1-required": "4",
      "asked-1-form": "periodic",
      "asked-1-chair_capacity": "party_secretary",
      "asked-3-required": "3",
      "asked-3-form": "",
      "asked-3-chair_capacity": "",
    });
    const headed = paste("asked", "Chỉ tiêu\tĐơn vị\n4\tXã An", {}, known);
    expect(headed.values).toMatchObject({ "asked-1-required": "4" });
    expect(headed.rows).toEqual([{ line: 2, unit: "Xã An", required: "4" }]);
  });

  test("are added after the planned conferences that stand there; a day tells its quarter", () => {
    const values = { "planned-0-topic": "Đất đai" };
    const text = "Quý II\t20/5/2026\tXã An\t\t\tMôi trường\n\t1/12/2026\tTỈNH THỬ\tchuyên đề";
    expect(paste("planned", text, values, known).values).toMatchObject({
      "planned-0-topic": "Đất đai",
      "planned-1-quarter": "2",
      "planned-1-planned_on": "2026-05-20",
      "planned-1-unit": "A",
      "planned-1-form": "periodic",
      "planned-1-topic": "Môi trường",
      "planned-2-quarter": "4",
      "planned-2-unit": "T",
      "planned-2-form": "thematic",
    });
  });

  test.each([
    ["asked", "Xã An\t4\nXã Lạ\t4", ["rows.1.unit"]],
    ["asked", "Xã Bình\t4", ["rows.0.unit"]],
    ["asked", "Xã An\t4\nA\t3", ["rows.1.unit"]],
    ["asked", "Xã An\tbốn", ["rows.0.required"]],
    ["asked", "Xã An\t1001", ["rows.0.required"]],
    ["asked", "Xã An\t1.5", ["rows.0.required"]],
    ["asked", "Xã An", ["rows.0.required"]],
    ["asked", "\t4\tkhông rõ", ["rows.0.unit", "rows.0.form"]],
    ["planned", "V\t\tXã An", ["rows.0.quarter"]],
    ["planned", "\t\tXã An", ["rows.0.quarter"]],
    ["planned", "1\t30/2/2026\tXã An", ["rows.0.planned_on"]],
    ["planned", "1\t1/2/2027\tXã An", ["rows.0.planned_on"]],
    ["planned", "1\t1/6/2026\tXã An", ["rows.0.planned_on"]],
    ["planned", `1\t\tXã An\t\t\t${"x".repeat(501)}`, ["rows.0.topic"]],
  ] as const)("%s %j: the cells at fault are named", (list, text, fields) => {
    expect(faultsOf(list, text)).toEqual(fields);
  });

  test("go in all together or not at all", () => {
    const values = { "asked-1-required": "2" };
    expect(paste("asked", "Xã An\t4\nXã Lạ\t4", values, known).values).toBe(values);
    const many = Array.from({ length: 201 }, () => "1\t\tXã An").join("\n");
    expect(faultsOf("planned", many)).toEqual(["rows.200.quarter"]);
  });
});
