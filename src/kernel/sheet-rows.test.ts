import { expect, test } from "vitest";
import { rowsUnderHeadings } from "./sheet-rows.ts";

const columns = [
  { key: "code", heading: "Mã", examples: ["XA-T1", "XA-T2"] },
  { key: "name", heading: "Tên", examples: ["Thôn Đông", ""] },
] as const;

test("the template's examples are no rows, wherever they still stand; one that was changed is", () => {
  const cells = [
    ["Mã", "Tên"],
    ["XA-T1", "Thôn Đông"],
    ["XB-1", "Thôn Bắc"],
    ["XA-T2", null],
    ["XA-T1", "Thôn Tây"],
  ];
  expect(rowsUnderHeadings(cells, columns, ["code"])).toEqual([
    { line: 3, code: "XB-1", name: "Thôn Bắc" },
    { line: 5, code: "XA-T1", name: "Thôn Tây" },
  ]);
});

test("a sheet without a template has none", () => {
  const plain = columns.map(({ key, heading }) => ({ key, heading }));
  expect(
    rowsUnderHeadings(
      [
        ["Mã", "Tên"],
        ["XA-T1", "Thôn Đông"],
      ],
      plain,
      ["code"],
    ),
  ).toHaveLength(1);
});
