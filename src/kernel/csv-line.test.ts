import { expect, test } from "vitest";
import type { SheetCell } from "./sheet-cell.ts";
import { csvLine } from "./csv-line.ts";

test.each<[SheetCell[], string]>([
  [["A-2026-0001", { day: "2026-02-02" }, null, -10], "A-2026-0001,2026-02-02,,-10"],
  [["đường, cầu", 'gọi là "ổ voi"', "hai\ndòng"], '"đường, cầu","gọi là ""ổ voi""","hai\ndòng"'],
  [["=1+1", "+84", "-1", "@a", " =HYPERLINK(1)"], `"'=1+1","'+84","'-1","'@a","' =HYPERLINK(1)"`],
  [["＝1", "\t=1"], `"'＝1","'\t=1"`],
  [["sửa đường;=HYPERLINK(A1); -1", "cống; đường"], `"sửa đường;'=HYPERLINK(A1); '-1",cống; đường`],
])("%j", (cells, line) => {
  expect(csvLine(cells)).toBe(`${line}\r\n`);
});
