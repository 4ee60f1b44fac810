import { expect, test } from "vitest";
import { withoutUnit } from "./without-unit.ts";

const ward = "Phường Văn Miếu - Quốc Tử Giám";
const own = ["Phường Thổ Quan", ward];

test.each([
  ["Phòng Kinh tế phường Văn Miếu - Quốc Tử Giám", own, "Phòng Kinh tế"],
  ["Tổ dân phố 4, Phường Văn Miếu - Quốc Tử Giám", own, "Tổ dân phố 4"],
  ["Phòng Kinh tế xã An", own, "Phòng Kinh tế xã An"],
  [ward, own, ward],
  ["Phòng Kinh tế xã An", [], "Phòng Kinh tế xã An"],
])("%s for whoever works in %o: %s", (name, unit, shown) => expect(withoutUnit(name, unit)).toBe(shown));
