import { expect, test } from "vitest";
import { masked } from "./masked.ts";
import { telephonesIn, withoutTelephones } from "./numbers-in-text.ts";

test.each([
  ["gọi (0203) 3881 234", "gọi [số điện thoại]"],
  ["0203.3881.234, 024-3825-1234, (024) 38251234", "[số điện thoại], [số điện thoại], [số điện thoại]"],
  ["+84 (203) 3881234, 84 912 345 678", "[số điện thoại], [số điện thoại]"],
  ["ĐT: 3881 234", "ĐT: [số điện thoại]"],
  ["số tài khoản 0000 1111 2222", "số tài khoản [số định danh]"],
  ["mã HS-TEST-0002, thẻ số TB-000-0009", "mã [số giấy tờ], thẻ số [số giấy tờ]"],
  ["biển số 14A-123.45", "biển số [số giấy tờ]"],
  ["thửa đất số 80 tờ bản đồ 22, thương binh 61%", "[thửa đất], [sức khỏe]"],
])("%s", (text, posted) => {
  expect(masked(text, [])).toBe(posted);
});

test.each([
  "kinh phí 1 450 000 000 đồng, 12.500.000 đ, 2.000.000.000",
  "Nghị quyết 41/NQ-HĐND, Công văn 1234/UBND-VP ngày 12/10/2025",
  "kiến nghị mã MC-2020-0001, sổ đỏ 2019, năm 2019 2020 2021",
  "dài 450 m, rộng 3,5 m, 10.411 m2",
])("%s: nobody is reached by it", (text) => {
  expect(masked(text, [])).toBe(text);
});

test("telephones are taken out, all or those of somebody, however they are written; amounts and years are none", () => {
  const text =
    "Gọi +84 912 345 678, 0203.3881.234 hoặc ĐT: 3881 234; kinh phí 1 450 000 000 đồng, 2019 2020 2021";
  const instead = "[số điện thoại]";
  const [mobile, line, short] = ["0912345678", "02033881234", "3881234"];
  expect(telephonesIn(text).toSorted()).toEqual([mobile, line, short].toSorted());
  expect(withoutTelephones(text, new Set([mobile!]))).toBe(text.replace("+84 912 345 678", instead));
  expect(withoutTelephones(text)).toBe(
    `Gọi ${instead}, ${instead} hoặc ĐT: ${instead}; kinh phí 1 450 000 000 đồng, 2019 2020 2021`,
  );
});
