import { expect, test } from "vitest";
import { isPersonsName } from "./persons-name.ts";

test.each([
  "Nguyễn Văn Thử",
  "nguyễn văn thử",
  "TRẦN THỊ THỬ",
  "bà Hai",
  "Ông Chu Văn An",
  "đồng chí Lê Thị Mẫu",
  "Hồ Thị Sau",
  "H'Bĭa Niê",
  "Y Blŏk Êban",
  "Lò Bình",
])("%s is a name", (words) => {
  expect(isPersonsName(words)).toBe(true);
  expect(isPersonsName(words.normalize("NFD"))).toBe(true);
});

test.each([
  "Bí thư chi bộ",
  "Bí Thư Chi Bộ",
  "Trưởng thôn",
  "Trưởng Thôn",
  "Đoàn viên",
  "Đoàn Thanh Niên",
  "Hội Nông Dân",
  "Y Sĩ",
  "Thành viên Ban giám sát",
  "ông Chủ tịch",
  "vợ ông Trần Văn Hai",
  "Chủ tịch Hội Khuyến học",
  "số 3 Trần Phú",
  "",
])("“%s” is none", (words) => {
  expect(isPersonsName(words)).toBe(false);
});
