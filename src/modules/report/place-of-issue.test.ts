import { expect, test } from "vitest";
import { placeOfIssue } from "./place-of-issue.ts";

test.each([
  ["Thành phố Móng Cái", "Móng Cái"],
  ["Tỉnh Quảng Ninh", "Quảng Ninh"],
  ["Phường Văn Miếu - Quốc Tử Giám", "Văn Miếu - Quốc Tử Giám"],
  ["Quận 1", "Quận 1"],
  ["Trung ương", "Trung ương"],
  ["Xã Ái Quốc", "Ái Quốc"],
])("%s: %s", (unit, place) => {
  expect(placeOfIssue(unit)).toBe(place);
});
