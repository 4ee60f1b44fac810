import { expect, test } from "vitest";
import { asTyped, codeIn, meantBy } from "./typed-unit.ts";

const units = [
  { code: "MC-HT-1", name: "Thôn 1, Xã Hải Tiến" },
  { code: "MC-HT-10", name: "Thôn 10, Xã Hải Tiến" },
  { code: "MC-TP-3", name: "Khu 3, Phường Trần Phú" },
  { code: "MC-A", name: "Phòng Y tế" },
  { code: "MC-B", name: "Phòng Y tế" },
];

test.each([
  ["Thôn 1, Xã Hải Tiến", ["MC-HT-1"]],
  ["thon 1, xa hai tien", ["MC-HT-1"]],
  ["tran phu", ["MC-TP-3"]],
  ["P. Trần Phú", ["MC-TP-3"]],
  ["mc-tp-3", ["MC-TP-3"]],
  ["Phòng Y tế", ["MC-A", "MC-B"]],
  ["Hải Tiến", ["MC-HT-1", "MC-HT-10"]],
  ["Hà Nội", []],
  ["…", []],
  ["", []],
])("%j may mean %j", (typed, codes) => {
  expect(meantBy(typed, units).map(({ code }) => code)).toEqual(codes);
});

test("a unit that was chosen is found again by how it stands in its field", () => {
  for (const unit of units) expect(codeIn(asTyped(unit))).toBe(unit.code);
  expect(codeIn("Khu (cũ) 3")).toBe("Khu (cũ) 3");
  expect(codeIn("MC-HT-1")).toBe("MC-HT-1");
});
