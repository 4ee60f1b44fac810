import { expect, test } from "vitest";
import { exampleNames as names, exampleReport as report } from "../../../tests/support/example-report.ts";
import { reportTable } from "./report-table.ts";
import type { Report } from "./report.ts";

const lines = (some: Partial<Report>) => reportTable({ ...report, ...some }, names).split("\n");

test("figures and rates are written as in Việt Nam, in one column", () => {
  const table = lines({});
  expect(table.slice(0, 2)).toEqual([
    "Thành phố Móng Cái: từ ngày 01/01/2020 đến ngày 31/10/2020",
    "Số liệu tính đến ngày 31/10/2020; theo đơn vị tại thời điểm",
  ]);
  const figures = table.filter((line) => line.startsWith("  "));
  expect(new Set(figures.map((line) => line.length)).size).toBe(1);
  const value = (label: string) =>
    figures
      .find((line) => line.startsWith(`  ${label}  `))
      ?.slice(label.length + 2)
      .trim();
  expect(value("Lượt người dự")).toBe("1.448");
  expect(value("Tỷ lệ đã giải quyết")).toBe("86,5 % (90/104)");
  expect(value("Tỷ lệ có chỉ đạo")).toBe("100,0 % (104/104)");
  expect(value("Tỷ lệ đúng hạn")).toBe("–");
  expect(value("Thành phố Móng Cái")).toBe("4 / 5 / 0");
});

test("the most frequent first; a code without a name stands for itself", () => {
  const table = lines({}).map((line) => line.trim().split(/ {2,}/)[0]);
  expect(table.indexOf("Giao thông")).toBeLessThan(table.indexOf("Y tế"));
  expect(table).toContain("MC-QLDT");
});

test("what is empty is left out; zero is told", () => {
  expect(lines({})).not.toContain("HÀI LÒNG");
  expect(lines({}).join("\n")).toMatch(/trong đó quá hạn +0/);
  expect(lines({ satisfaction: { ...report.satisfaction, sessions: 1, minimum: 90, mean: 90 } })).toContain(
    "HÀI LÒNG",
  );
});

test("an estimate and a day of knowledge are said at the top", () => {
  const [, second, third] = lines({ estimate: true, known_on: "2020-11-05", basis: "as-is" });
  expect(second).toContain("chỉ tính số liệu đã nhập đến hết ngày 05/11/2020; quy đổi theo đơn vị hiện nay");
  expect(third).toMatch(/^ƯỚC TÍNH/);
});
