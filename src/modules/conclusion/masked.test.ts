import { expect, test } from "vitest";
import { masked } from "./masked.ts";

const names = ["Nguyễn Văn An", "Bà Lê Thị Bưởi"];

test.each([
  ["Ông Nguyễn Văn An ở số nhà 12/3 đề nghị cấp sổ đỏ", "Ông [tên] ở [địa chỉ] đề nghị cấp sổ đỏ"],
  ["NGUYỄN  VĂN AN gọi 0912 345 678 hoặc +84912345678", "[tên] gọi [số điện thoại] hoặc [số điện thoại]"],
  ["CCCD 034085001234, CMND 012345678, an@thu.vn", "CCCD [số định danh], CMND [số định danh], [thư điện tử]"],
  ["Đường 12 dài 450 m, kinh phí 1.450.000.000 đồng", "Đường 12 dài 450 m, kinh phí 1.450.000.000 đồng"],
  ["Thôn Nguyễn Văn Anh không phải là người ấy", "Thôn Nguyễn Văn Anh không phải là người ấy"],
  ["bà Phạm Thị Lý và ông Tư gặp ông Chủ tịch xã", "bà [tên] và ông [tên] gặp ông Chủ tịch xã"],
  ["Bà con thôn Thượng đề nghị", "Bà con thôn Thượng đề nghị"],
  ["bà Lê Thị Bưởi nói", "[tên] nói"],
])("%s", (text, posted) => {
  expect(masked(text, names)).toBe(posted);
});
