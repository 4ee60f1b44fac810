import type { TagKind } from "#ui/tag.ts";

/** What the example table lists. */
export interface Row {
  code: string;
  text: string;
  lead: string;
  status: string;
  kind: TagKind;
  due: string;
  daysLeft: number;
  days: number;
}

export const tableRows: Row[] = [
  {
    code: "MC-2020-0042",
    text: "Đề nghị nâng cấp đoạn đường vào khu dân cư, mùa mưa thường ngập và trơn trượt, trẻ em đi học khó khăn.",
    lead: "Phòng Quản lý đô thị",
    status: "Đang giải quyết",
    kind: "active",
    due: "2025-07-18",
    daysLeft: 3,
    days: 7,
  },
  {
    code: "MC-2020-0043",
    text: "Thời gian cấp giấy chứng nhận quyền sử dụng đất kéo dài.",
    lead: "Phòng Tài nguyên và Môi trường",
    status: "Vướng mắc",
    kind: "warning",
    due: "2025-07-13",
    daysLeft: -2,
    days: 12,
  },
  {
    code: "MC-2020-0044",
    text: "Hệ thống chiếu sáng ngõ 12 hỏng từ đầu năm.",
    lead: "Phòng Quản lý đô thị",
    status: "Theo lộ trình",
    kind: "scheduled",
    due: "2025-12-31",
    daysLeft: 169,
    days: 1204,
  },
];

export const tree = [
  {
    label: "Tỉnh Quảng Ninh",
    open: true,
    children: [
      {
        label: "Thành phố Móng Cái",
        href: "#structure",
        note: "104 kiến nghị",
        open: true,
        children: [
          { label: "Phường Hải Yên", href: "#structure-1", note: "12 kiến nghị", current: true },
          { label: "Phường Trà Cổ", href: "#structure-2", note: "7 kiến nghị" },
        ],
      },
      { label: "Thành phố Hạ Long", href: "#structure-3" },
    ],
  },
];

export const timeline = [
  { on: "2020-01-14", title: "Tiếp nhận tại hội nghị", by: "Thư ký hội nghị" },
  {
    on: "2020-01-20",
    title: "Giao Phòng Quản lý đô thị chủ trì",
    by: "Chủ tịch UBND",
    text: "Trả lời trước ngày 29/01/2020.",
  },
  { on: "2020-02-08", title: "Đã trả lời", by: "Phòng Quản lý đô thị", text: "Công văn 45/UBND-QLDT." },
];
