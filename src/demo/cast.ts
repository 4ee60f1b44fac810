import type { Capacity } from "#kernel/actor.ts";

/** One password for all invented people of the demo; it is printed at every start, and guards nothing. */
export const DEMO_PASSWORD = "doi-thoai-thu-2026";

type DemoPost = { readonly capacity: Capacity; readonly unit: string; readonly title: string };

export type DemoPerson = {
  readonly username: string;
  readonly name: string;
  /** What they do here, in one line, for the list printed at start. */
  readonly role: string;
  readonly from: string;
  readonly posts: readonly DemoPost[];
};

const inMongCai = "2020-01-01";
const inVanMieu = "2025-07-01";

/** Invented people in the posts of two real places. The secretaries also hold the reviewer's post. */
export const demoCast: readonly DemoPerson[] = [
  {
    username: "thuky.mc",
    name: "Nguyễn Thị Hạt Dẻ",
    role: "thư ký, Móng Cái",
    from: inMongCai,
    posts: [
      { capacity: "office_secretary", unit: "MC", title: "Thư ký tổng hợp" },
      { capacity: "complaint_reviewer", unit: "MC", title: "Người xem xét đơn" },
    ],
  },
  {
    username: "bithu.mc",
    name: "Trần Văn Cây Bàng",
    role: "bí thư, Móng Cái",
    from: inMongCai,
    posts: [{ capacity: "party_secretary", unit: "MC", title: "Bí thư Thành ủy" }],
  },
  {
    username: "chutich.mc",
    name: "Lê Thị Hoa Gạo",
    role: "chủ tịch UBND, Móng Cái",
    from: inMongCai,
    posts: [{ capacity: "chairperson", unit: "MC", title: "Chủ tịch UBND thành phố" }],
  },
  {
    username: "qldt.mc",
    name: "Phạm Văn Cầu Tre",
    role: "trưởng phòng Quản lý đô thị, Móng Cái",
    from: inMongCai,
    posts: [{ capacity: "agency_head", unit: "MC-QLDT", title: "Trưởng phòng" }],
  },
  {
    username: "khu1.ninhduong",
    name: "Hoàng Thị Lá Sen",
    role: "trưởng khu, phường Ninh Dương",
    from: inMongCai,
    posts: [{ capacity: "village_head", unit: "MC-ND-1", title: "Trưởng khu" }],
  },
  {
    username: "mattran.mc",
    name: "Vũ Văn Mái Đình",
    role: "Mặt trận, Móng Cái",
    from: inMongCai,
    posts: [{ capacity: "front_chair", unit: "MC", title: "Chủ tịch Ủy ban MTTQ" }],
  },
  {
    username: "thongke.qn",
    name: "Đỗ Thị Bàn Tính",
    role: "thống kê, Quảng Ninh",
    from: inMongCai,
    posts: [{ capacity: "statistician", unit: "QN", title: "Chuyên viên tổng hợp" }],
  },
  {
    username: "thuky.qn",
    name: "Lý Thị Than Đá",
    role: "thư ký, Quảng Ninh: sổ của Móng Cái nhìn từ cấp tỉnh",
    from: inMongCai,
    posts: [
      { capacity: "office_secretary", unit: "QN", title: "Văn phòng Tỉnh ủy" },
      { capacity: "complaint_reviewer", unit: "QN", title: "Người xem xét đơn" },
    ],
  },
  {
    username: "thuky.hn",
    name: "Đặng Thị Cầu Kính",
    role: "thư ký, Hà Nội: nhận việc các phường chuyển lên và trả lời",
    from: inVanMieu,
    posts: [{ capacity: "office_secretary", unit: "HN", title: "Văn phòng UBND thành phố" }],
  },
  {
    username: "thuky.vm",
    name: "Bùi Thị Giếng Ngọc",
    role: "thư ký, Văn Miếu - Quốc Tử Giám (có sổ của Thổ Quan)",
    from: inVanMieu,
    posts: [
      { capacity: "office_secretary", unit: "VM", title: "Văn phòng phường" },
      { capacity: "complaint_reviewer", unit: "VM", title: "Người xem xét đơn" },
    ],
  },
  {
    username: "chutich.vm",
    name: "Ngô Văn Khuê Các",
    role: "chủ tịch UBND, Văn Miếu - Quốc Tử Giám",
    from: inVanMieu,
    posts: [{ capacity: "chairperson", unit: "VM", title: "Chủ tịch UBND phường" }],
  },
  {
    username: "bithu.vm",
    name: "Đinh Thị Mực Tàu",
    role: "bí thư, Văn Miếu - Quốc Tử Giám",
    from: inVanMieu,
    posts: [{ capacity: "party_secretary", unit: "VM", title: "Bí thư Đảng ủy phường" }],
  },
  {
    username: "ktht.vm",
    name: "Vương Văn Gạch Lát",
    role: "trưởng phòng Kinh tế, Hạ tầng và Đô thị, Văn Miếu - Quốc Tử Giám",
    from: inVanMieu,
    posts: [{ capacity: "agency_head", unit: "VM-KTHT", title: "Trưởng phòng" }],
  },
  {
    username: "to4.vm",
    name: "Phan Thị Chổi Tre",
    role: "tổ trưởng tổ dân phố số 4, Văn Miếu - Quốc Tử Giám",
    from: inVanMieu,
    posts: [{ capacity: "village_head", unit: "TQ-4", title: "Tổ trưởng" }],
  },
  {
    username: "mattran.vm",
    name: "Hồ Văn Trống Cơm",
    role: "Mặt trận, Văn Miếu - Quốc Tử Giám",
    from: inVanMieu,
    posts: [{ capacity: "front_chair", unit: "VM", title: "Chủ tịch Ủy ban MTTQ" }],
  },
  {
    username: "quantri",
    name: "Đặng Văn Chìa Khóa",
    role: "quản trị",
    from: inMongCai,
    posts: [{ capacity: "administrator", unit: "VN", title: "Quản trị hệ thống" }],
  },
];
