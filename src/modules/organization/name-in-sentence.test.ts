import { expect, test } from "vitest";
import { nameInSentence } from "./name-in-sentence.ts";

test.each([
  ["Phường Văn Miếu - Quốc Tử Giám", "phường Văn Miếu - Quốc Tử Giám"],
  ["Thành phố Hà Nội", "thành phố Hà Nội"],
  ["Tổ dân phố số 12", "tổ dân phố số 12"],
  ["Khu phố 3", "khu phố 3"],
  ["Đặc khu Vân Đồn", "đặc khu Vân Đồn"],
  ["Phòng Kinh tế", "Phòng Kinh tế"],
  ["Bảnh", "Bảnh"],
  ["Xã", "Xã"],
])("%s is %s within a sentence", (name, within) => {
  expect(nameInSentence(name)).toBe(within);
});
