import { defineProblems } from "#kernel/problem.ts";

export const deskProblems = defineProblems("desk", {
  filter_not_found: {
    status: 404,
    vi: "Không có bộ lọc này trong số bộ lọc của ông/bà.",
    en: "There is no such list among those you keep.",
  },
  not_a_list: {
    status: 422,
    vi: "Chỉ lưu được địa chỉ của một danh sách trong phần mềm này.",
    en: "Only the address of a list in this product can be kept.",
  },
  filter_kept: {
    status: 409,
    vi: "Ông/bà đã lưu một bộ lọc tên “{name}”.",
    en: "You already keep a list called “{name}”.",
  },
  too_many_filters: {
    status: 409,
    vi: "Mỗi người lưu tối đa {maximum} bộ lọc; hãy bỏ bớt bộ lọc không dùng.",
    en: "Nobody keeps more than {maximum} lists; remove one that is not used.",
  },
  not_a_person: { status: 403, vi: "Bộ lọc chỉ lưu cho người.", en: "Only people keep lists." },
  village_only: {
    status: 403,
    vi: "Trang này dành cho trưởng thôn, bản, khu, tổ trưởng tổ dân phố.",
    en: "This page is for heads of villages.",
  },
  finding_without_words: {
    status: 422,
    vi: "Ghi rõ thấy gì khi kiểm tra, rồi mới mở lại kiến nghị.",
    en: "Write what was found on the spot before the matter is opened again.",
  },
  front_only: {
    status: 403,
    vi: "Trang này dành cho Mặt trận Tổ quốc.",
    en: "This page is for the Front.",
  },
});
