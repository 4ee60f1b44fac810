import { expect, test } from "vitest";
import { exampleNames as names, exampleReport as report } from "../../../tests/support/example-report.ts";
import { reportPaper } from "./paper.ts";

const paper = reportPaper(report, names, "government");
const tables = paper.body.flatMap((block) => (block.kind === "table" ? [block] : []));

test("says which unit, which period and how it was counted, before any figure", () => {
  expect(paper.abstract).toBe(
    "Kết quả đối thoại với Nhân dân và giải quyết kiến nghị từ ngày 01/01/2020 đến ngày 31/10/2020",
  );
  expect(paper.body.slice(0, 2)).toMatchObject([
    { kind: "paragraph", text: "Thành phố Móng Cái: từ ngày 01/01/2020 đến ngày 31/10/2020." },
    { kind: "paragraph", text: "Số liệu tính đến ngày 31/10/2020; theo đơn vị tại thời điểm." },
  ]);
});

test("each section is a table under its heading, with figures as written in Việt Nam", () => {
  const headings = paper.body.flatMap((block) => (block.kind === "heading" ? [block.text] : []));
  expect(headings).toContain("Theo đơn vị chủ trì");
  expect(headings.length).toBe(tables.length);
  const rows = tables.flatMap(({ rows }) => rows);
  const value = (label: string) => rows.find((row) => row[1] === label)?.[2];
  expect(value("Lượt người dự")).toBe("1.448");
  expect(value("Tỷ lệ đã giải quyết")).toBe("86,5 % (90/104)");
  expect(value("Thành phố Móng Cái")).toBe("4 / 5 / 0");
  expect(tables[0]!.rows.map((row) => row[0])).toEqual(tables[0]!.rows.map((_, index) => String(index + 1)));
});
