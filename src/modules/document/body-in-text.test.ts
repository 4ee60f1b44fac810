import { expect, test } from "vitest";
import { bodyInText } from "./body-in-text.ts";

test.each([
  ["Phường Ninh Dương", "Ủy ban nhân dân phường Ninh Dương"],
  ["Xã An", "Ủy ban nhân dân xã An"],
  ["Tỉnh Quảng Ninh", "Ủy ban nhân dân tỉnh Quảng Ninh"],
  ["Thành phố Móng Cái", "Ủy ban nhân dân thành phố Móng Cái"],
  ["Phòng Kinh tế phường", "Phòng Kinh tế phường"],
  ["Công an xã", "Công an xã"],
  ["", ""],
])("%s is named %s in a paper", (name, named) => {
  expect(bodyInText(name)).toBe(named);
});
