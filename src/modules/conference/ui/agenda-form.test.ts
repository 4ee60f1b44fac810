import { expect, test } from "vitest";
import { agendaIn, agendaRows } from "./agenda-form.ts";

test("items come in the order of the numbers typed; an empty row falls away", () => {
  const fields = {
    ...{ "item-0-order": "3", "item-0-title": "Đối thoại", "item-0-minutes": "90" },
    ...{ "item-1-order": "2", "item-1-title": "Khai mạc", "item-1-speaker": "Thư ký" },
    ...{ "item-2-order": "4", "item-2-title": " " },
  };
  expect(agendaIn(fields).map(({ title }) => title)).toEqual(["Khai mạc", "Đối thoại"]);
  expect(agendaRows(fields)).toBe(5);
});
