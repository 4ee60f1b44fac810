import { expect, test } from "vitest";
import { pastedCells } from "./pasted-cells.ts";

test.each([
  ["Xã An\t4\r\nXã Bình\t3\r\n", [["Xã An", "4"], ["Xã Bình", "3"], [null]]],
  ["a\t\tb", [["a", null, "b"]]],
  ['"hai\ndòng"\t"nói ""dạ"""\nc', [["hai dòng", 'nói "dạ"'], ["c"]]],
  ['"chưa đóng\tb', [['"chưa đóng', "b"]]],
  ['5" x 7"\tb', [['5" x 7"', "b"]]],
  [" a \rb", [["a"], ["b"]]],
  ["", [[null]]],
])("%j", (text, cells) => {
  expect(pastedCells(text)).toEqual(cells);
});
