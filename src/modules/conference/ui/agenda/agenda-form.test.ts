import { expect, test } from "vitest";
import { agendaIn, agendaRows, cellOfFault } from "./agenda-form.ts";

test("items come with the numbers typed, or those of their rows; an empty row falls away", () => {
  const fields = {
    "item-0-order": "3",
    "item-0-title": "Đối thoại",
    "item-0-minutes": "90",
    "item-1-order": "bbbbbb",
    "item-1-title": "Khai mạc",
    "item-1-speaker": "Thư ký",
    "item-2-order": "4",
    "item-2-title": " ",
    "item-3-title": "Kết luận",
  };
  expect(agendaIn(fields).map(({ title, order }) => [title, order])).toEqual([
    ["Đối thoại", "3"],
    ["Khai mạc", "bbbbbb"],
    ["Kết luận", "5"],
  ]);
  expect(agendaRows(fields)).toBe(7);
});

test("a fault of the act is shown at the cell that was typed, also below an empty row, or at the pasted line", () => {
  const fields = {
    "item-0-order": "3",
    "item-0-title": "Ý kiến của Nhân dân",
    "item-0-minutes": "lâu",
    "item-2-order": "2",
    "item-2-title": "Báo cáo",
    "item-2-minutes": "15",
  };
  expect(cellOfFault("items.0.minutes", fields)).toEqual({ row: 0, part: "minutes" });
  expect(cellOfFault("items.1.order", fields)).toEqual({ row: 2, part: "order" });
  expect(cellOfFault("items.3.minutes", fields)).toEqual({ line: 2, part: "minutes" });
  expect(cellOfFault("expected_version", fields)).toBeNull();
});

test("a list pasted from Word becomes items without its marks and numbers; quotation marks stay as they were typed", () => {
  const pasted = [
    "1.\tKhai mạc, giới thiệu đại biểu\tVăn phòng\t10 phút",
    "•\tNhân dân phát biểu “ý kiến, kiến nghị”",
    "\uf0b7 Kết luận của Bí thư Đảng ủy",
    "",
    "-",
    "9 tháng đầu năm: kết quả\t\tlâu",
  ].join("\r\n");
  const items = agendaIn({ "item-0-title": "2. Chào cờ", "item-0-minutes": "5", pasted });
  expect(items).toEqual([
    { title: "Chào cờ", speaker: undefined, minutes: "5", order: "2" },
    { title: "Khai mạc, giới thiệu đại biểu", speaker: "Văn phòng", minutes: "10" },
    { title: "Nhân dân phát biểu “ý kiến, kiến nghị”", speaker: "", minutes: "" },
    { title: "Kết luận của Bí thư Đảng ủy", speaker: "", minutes: "" },
    { title: "9 tháng đầu năm: kết quả", speaker: "", minutes: "lâu" },
  ]);
});
