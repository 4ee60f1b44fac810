import { expect, test } from "vitest";
import { masked } from "./masked.ts";
import { withoutNames } from "./name-in-text.ts";

const names = ["Nguyễn Văn An", "Bà Lê Thị Bưởi", "Chị Tơ".normalize("NFD")];

test.each([
  ["Ông Nguyễn Văn An ở số nhà 12/3 đề nghị cấp sổ đỏ", "Ông [tên] ở [địa chỉ] đề nghị cấp sổ đỏ"],
  ["NGUYỄN  VĂN AN gọi 0912 345 678 hoặc +84912345678", "[tên] gọi [số điện thoại] hoặc [số điện thoại]"],
  ["CCCD 034085001234, CMND 012345678, an@thu.vn", "CCCD [số định danh], CMND [số định danh], [thư điện tử]"],
  ["Đường 12 dài 450 m, kinh phí 1.450.000.000 đồng", "Đường 12 dài 450 m, kinh phí 1.450.000.000 đồng"],
  ["Thôn Nguyễn Văn Anh không phải là người ấy", "Thôn Nguyễn Văn Anh không phải là người ấy"],
  ["bà Phạm Thị Lý và ông Tư gặp ông Chủ tịch xã", "bà [tên] và ông [tên] gặp ông Chủ tịch xã"],
  ["Bà con thôn Thượng đề nghị", "Bà con thôn Thượng đề nghị"],
  ["bà Lê Thị Bưởi nói", "[tên] nói"],
  ["nhà Lê Thị Bưởi và nhà Nguyễn Văn An chung rãnh", "nhà [tên] và nhà [tên] chung rãnh"],
  ["Nguyen Van An, le thi buoi cung ky don", "[tên], [tên] cung ky don"],
  ["LÊ THỊ BƯỞI đề nghị".normalize("NFD"), "[tên] đề nghị"],
  ["theo Tơ thì chưa trả tiền tơ", "theo [tên] thì chưa trả tiền tơ"],
  ["sông Tơ, Cầu Tơ, Tơ Hồng", "sông [tên], Cầu Tơ, Tơ Hồng"],
  ["nhà tôi ở số 12/5 ngõ 117 phố Quốc Tử Giám", "nhà tôi ở [địa chỉ] ngõ 117 phố Quốc Tử Giám"],
  ["SN 12 đường 3 tháng 2", "[địa chỉ] đường 3 tháng 2"],
  ["tổ dân phố số 12, Công văn số 15 ngày 3/2", "tổ dân phố số 12, Công văn số 15 ngày 3/2"],
  [
    "Ông Nguyễn Văn An ở số nhà 12, ĐT 0912345678".normalize("NFD"),
    "Ông [tên] ở [địa chỉ], ĐT [số điện thoại]",
  ],
  ["bà Phạm Thị Lý đề nghị".normalize("NFD"), "bà [tên] đề nghị"],
])("%s", (text, posted) => {
  expect(masked(text, names)).toBe(posted);
});

const highland = ["H'Bĭa Niê", "Trần Thị Giấu", "Lý Thanh-Thủy", "Nguyễn Văn Hoà"];

test.each([
  ["H’Bĭa Niê và h'bia nie", "[tên] và [tên]"],
  ["chị Giấu, bà Thị Giấu; cất giấu của", "chị [tên], bà [tên]; cất giấu của"],
  ["Lí Thanh Thuỷ, LÝ THANH–THỦY", "[tên], [tên]"],
  ["Nguyễn Văn Hòa và anh Hòa", "[tên] và anh [tên]"],
])("of those who are not to be named: %s", (text, posted) => {
  expect(withoutNames(text, highland)).toBe(posted);
});

test("others stay named, and so do numbers", () => {
  const text = "Ông Lê Văn Đức, Phó phòng, số 0912345678, cầu Giấu";
  expect(withoutNames(text, highland)).toBe(text);
});
