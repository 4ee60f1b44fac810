import { expect, test } from "vitest";
import { reportTable } from "./report-table.ts";
import type { Report } from "./report.ts";

const none = { invalid: 0, routed_out: 0, duplicates: 0, awaiting_ruling: 0, answered_in_room: 0, noted: 0 };
const report: Report = {
  ...{
    unit: "MC",
    from: "2020-01-01",
    to: "2020-10-31",
    as_of: "2020-10-31",
    known_on: null,
    basis: "as-was",
  },
  conferences: { held: 5, required: 4, shortfall: 0, by_form: { briefing: 5 }, by_level: { district: 5 } },
  ...{ attendances: 1448, turns: 0 },
  recommendations: {
    ...none,
    ...{ received: 104, distinct: 104, assigned: 104, directed: 104, done: 90, explained: 0, refused: 0 },
    ...{ in_hand: 14, overdue: 0, scheduled: 0, blocked: 0, passed_up: 0, reopened: 0 },
    ...{ answered_on_time: 90, answered_after_extension: 0, answered_late: 0 },
    ...{
      by_field: { y_te: 4, giao_thong: 100 },
      by_channel: { conference: 104 },
      by_lead: { "MC-QLDT": 104 },
    },
  },
  balance: { opening: 0, new: 104, reopened: 0, closed: 90, closing: 14 },
  rates: { directed: 100, done: 86.5, substantive: 100, on_time: null },
  satisfaction: { sessions: 0, minimum: null, mean: null, issued: 0, returned: 0, valid: 0 },
  plans: [{ unit: "MC", required: 4, held: 5, shortfall: 0 }],
  indicators: {},
  identities: [],
};
const names = { units: { MC: "Thành phố Móng Cái" }, fields: { giao_thong: "Giao thông", y_te: "Y tế" } };
const lines = (some: Partial<Report>) => reportTable({ ...report, ...some }, names).split("\n");

test("figures and rates are written as in Việt Nam, in one column", () => {
  const table = lines({});
  expect(table.slice(0, 2)).toEqual([
    "Thành phố Móng Cái (MC): từ 1/1/2020 đến 31/10/2020",
    "Số liệu tính đến 31/10/2020; theo đơn vị tại thời điểm",
  ]);
  const figures = table.filter((line) => line.startsWith("  "));
  expect(new Set(figures.map((line) => line.length)).size).toBe(1);
  const value = (label: string) =>
    figures
      .find((line) => line.startsWith(`  ${label}  `))
      ?.slice(label.length + 2)
      .trim();
  expect(value("Lượt người dự")).toBe("1.448");
  expect(value("Tỷ lệ đã giải quyết")).toBe("86,5 %");
  expect(value("Tỷ lệ có chỉ đạo")).toBe("100,0 %");
  expect(value("Tỷ lệ đúng hạn")).toBe("–");
  expect(value("Thành phố Móng Cái (MC)")).toBe("4 / 5 / 0");
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
  expect(second).toContain("theo những gì đã nhập đến hết 5/11/2020; quy đổi theo đơn vị hiện nay");
  expect(third).toMatch(/^ƯỚC TÍNH/);
});
