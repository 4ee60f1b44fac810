import { expect, test } from "vitest";
import { defaultOffice } from "./office-defaults.ts";
import { issuerInText } from "./issuer-in-text.ts";

const ward = { name: "Phường Bến Nước", kind: "commune", parentName: "Tỉnh Ven Sông" };
const nobody = { party: null, government: null, front: null };

test.each([
  ["government", "Ủy ban nhân dân phường Bến Nước"],
  ["party", "Đảng ủy phường Bến Nước"],
  ["front", "Ban Thường trực Ủy ban MTTQ Việt Nam phường Bến Nước"],
] as const)("%s", (side, said) => {
  expect(issuerInText(defaultOffice(side, ward, nobody), side)).toBe(said);
});
