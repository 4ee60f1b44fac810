import { expect, test } from "vitest";
import { agendaIn, agendaRows, cellOfFault } from "./agenda-form.ts";

test("items come in the order of the numbers typed; an empty row falls away", () => {
  const fields = {
    ...{ "item-0-order": "3", "item-0-title": "Đối thoại", "item-0-minutes": "90" },
    ...{ "item-1-order": "2", "item-1-title": "Khai mạc", "item-1-speaker": "Thư ký" },
    ...{ "item-2-order": "4", "item-2-title": " " },
  };
  expect(agendaIn(fields).map(({ title }) => title)).toEqual(["Khai mạc", "Đối thoại"]);
  expect(agendaRows(fields)).toBe(5);
});

test("a fault of the act is shown at the cell that was typed, also where the rows were reordered", () => {
  const fields = {
    ...{ "item-0-order": "3", "item-0-title": "Ý kiến của Nhân dân", "item-0-minutes": "lâu" },
    ...{ "item-2-order": "2", "item-2-title": "Báo cáo", "item-2-minutes": "15" },
  };
  expect(cellOfFault("items.1.minutes", fields)).toEqual({ row: 0, part: "minutes" });
  expect(cellOfFault("items.0.title", fields)).toEqual({ row: 2, part: "title" });
  expect(cellOfFault("expected_version", fields)).toBeNull();
});
