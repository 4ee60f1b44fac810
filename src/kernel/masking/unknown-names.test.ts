import { describe, expect, test } from "vitest";
import { masked } from "./masked.ts";
import { mayNameSomebody } from "./unknown-names.ts";

// Names are known by how people are called, whatever people they belong to and however they are typed.

describe("a name that nobody told us of is masked", () => {
  test.each([
    ["Cụ Mế ở đầu bản", "Cụ [tên] ở đầu bản"],
    ["H'Bĭa Niê đề nghị", "[tên] đề nghị"],
    ["H’Bĭa Niê đề nghị", "[tên] đề nghị"],
    ["K'Brơi ở Ea H'leo, huyện M'Drắk, xã Cư M'gar", "[tên] ở Ea H'leo, huyện M'Drắk, xã Cư M'gar"],
    ["bà Thanh-Thủy nói", "bà [tên] nói"],
    ["Cô Thanh Thủy nói", "Cô [tên] nói"],
    ["Y Blŏk Êban và Ksor Hlip", "[tên] và [tên]"],
    ["Siu Blung, Phàn Mùi Mẩy, Rơ Châm Hyơk", "[tên], [tên], [tên]"],
    ["Chamaléa Thị Thủy, Thạch Sa Rươn, Danh Út", "[tên], [tên], [tên]"],
    ["Giàng A Páo, Lò Văn Bình, Vừ Mí Chá", "[tên], [tên], [tên]"],
    ["Thị Bé ở bon Bu Prăng", "[tên] ở bon Bu Prăng"],
    ["ông Hoà gặp ông Hòa", "ông [tên] gặp ông [tên]"],
    ["ông KSOR H'LIP", "ông [tên]"],
    ["nguyen thi mau o thon 3, toi la tran van b", "[tên] o thon 3, toi la [tên]"],
    ["tôi tên nguyễn thị mẫu", "tôi tên [tên]"],
    ["hộ Trần Mão, đ/c Hùng, em Sùng Thị Dợ", "hộ [tên], đ/c [tên], em [tên]"],
  ])("%s", (text, posted) => {
    expect(masked(text, [])).toBe(posted);
    expect(masked(text.normalize("NFD"), [])).toBe(posted);
  });
});

test.each([
  "đường Lê Thánh Tông, Trần Phú và Hoàng Văn Thụ",
  "Trường THCS Nguyễn Trãi, trường tiểu học Lê Văn Tám",
  "Đoàn Thanh niên, Hội Nông dân, Công ty Cổ phần Môi trường Đô thị Quảng Ninh",
  "Bà mẹ Việt Nam anh hùng, trẻ em Việt Nam, Chị em Phụ nữ thôn",
  "Cẩm Phả, Hà Nội, Quảng Ninh, Móng Cái, Thái Bình, Phan Thiết, Cô Tô, Bà Rịa",
  "quản lý thị trường, xử lý văn bản, Bộ Y Tế",
  "Tôi là Trưởng thôn, tôi là Đảng viên, ông Chủ tịch, anh Công an xã",
])("%s: nobody is named", (text) => {
  expect(masked(text, [])).toBe(text);
});

describe("whether somebody may be named", () => {
  const beginnings =
    "Niê Mlô Êban Byă Ksor Siu Rơ Kpă Nay Puih Đinh A Y Cil Touneh Điểu Alăng Zơrâm Chamaléa Katơr Thạch Danh Giàng Vàng Thào Sùng Phàn Chảo Lò Quàng Lường Cà Tòng Pờ Moong Bá";
  test.each(beginnings.split(" "))("%s begins a name", (word) => {
    expect(mayNameSomebody(`Đất của ${word} Hlip chưa có sổ`)).toBe(true);
  });

  test("what has no name in it is not suspected", () => {
    expect(mayNameSomebody("Đề nghị UBND xã sửa đường vào trường, xã Bình Minh, Ủy ban nhân dân tỉnh")).toBe(
      false,
    );
  });
});
