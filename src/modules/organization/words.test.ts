import { expect, test } from "vitest";
import { capacityWord } from "./words.ts";

test.each([
  ["Thôn Đông", "Trưởng thôn"],
  ["Bản Nà Sác", "Trưởng bản"],
  ["Khu 1", "Trưởng khu"],
  ["Khu phố 3", "Trưởng khu phố"],
  ["Tổ dân phố số 4", "Tổ trưởng tổ dân phố"],
  ["Tổ 7", "Tổ trưởng"],
  ["Buôn Ea H’leo", "Trưởng buôn"],
  ["Ấp Thới Hòa", "Trưởng ấp"],
  ["Đồng Tâm", "Trưởng thôn, tổ trưởng tổ dân phố"],
  [null, "Trưởng thôn, tổ trưởng tổ dân phố"],
])("whoever heads %s is its %s", (unit, head) => {
  expect(capacityWord("village_head", "vi", false, unit)).toBe(head);
  expect(capacityWord("village_head", "en", false, unit)).toBe("Village head");
});

test("who stands in says so, and other posts are called as they are", () => {
  expect(capacityWord("village_head", "vi", true, "Khu 2")).toBe("Trưởng khu (phụ trách)");
  expect(capacityWord("chairperson", "vi", false, "Khu 2")).toBe("Chủ tịch UBND");
});
