import { buffer } from "node:stream/consumers";
import { sheetStream } from "#platform/server/sheet/sheet-stream.ts";
import { readSheet } from "read-excel-file/node";
import { expect, test } from "vitest";
import { exampleNames, exampleReport } from "../../../tests/support/example-report.ts";
import { reportWorkbook } from "./report-sheet.ts";

const read = async (some = {}) => {
  const book = reportWorkbook({ ...exampleReport, ...some }, exampleNames);
  const rows = await readSheet(await buffer(sheetStream(book)));
  const of = (label: string) => rows.find(([first]) => first === label)?.slice(1);
  return { rows, of };
};

test("the sheet holds the exact figures, not their writing", async () => {
  const { rows, of } = await read();
  expect(rows[0]![0]).toBe("Thành phố Móng Cái: từ ngày 01/01/2020 đến ngày 31/10/2020");
  expect(of("Lượt người dự")![0]).toBe(1448);
  expect(of("Tỷ lệ đã giải quyết")![0]).toBe(0.865);
  expect(of("Tỷ lệ đúng hạn")![0]).toBe("–");
  expect(of("Thành phố Móng Cái")).toEqual([4, 5, 0]);
});

test("a name that looks like a formula is text", async () => {
  const { of } = await read({ indicators: { "=1+1": 7 } });
  expect(of("=1+1")![0]).toBe(7);
});
