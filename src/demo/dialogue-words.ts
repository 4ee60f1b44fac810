import type { Ruling } from "#modules/recommendation/status-transitions.ts";

// Invented people, invented words: none of this was said by anybody.

/** One thing asked in a turn; `name` is what the story calls it. */
export type Said = {
  readonly name: "rubbish" | "light" | "path" | "drain" | "hall" | "bus" | "noise" | "cable";
  readonly field: string;
  readonly text: string;
  readonly ruling: Ruling;
  /** What was answered in the room. */
  readonly words?: string;
};

type Turn = {
  readonly speaker: string;
  readonly village: string;
  readonly summary: string;
  readonly said: readonly Said[];
};

export const turnsHeld: readonly Turn[] = [
  {
    speaker: "Nguyễn Thị Cốm Vòng",
    village: "TQ-4",
    summary: "Rác để qua đêm ở đầu ngõ; đèn ngõ hỏng.",
    said: [
      {
        name: "rubbish",
        field: "ve_sinh_moi_truong",
        text: "Đề nghị tăng số lượt thu gom rác ở ngõ vì rác thường để qua đêm, bốc mùi.",
        ruling: "written_answer",
      },
      {
        name: "light",
        field: "dien_chieu_sang_vien_thong",
        text: "Đèn đầu ngõ hỏng đã một tuần, đề nghị thay.",
        ruling: "answered_now",
        words: "Tổ quản lý đã thay bóng sáng nay, tối nay sẽ kiểm tra lại.",
      },
    ],
  },
  {
    speaker: "Trần Văn Quạt Nan",
    village: "TQ-9",
    summary: "Hè phố bong gạch, người già hay vấp.",
    said: [
      {
        name: "path",
        field: "giao_thong",
        text: "Hè phố trước nhà sinh hoạt bong gạch nhiều chỗ, người cao tuổi hay vấp ngã; đề nghị lát lại.",
        ruling: "written_answer",
      },
    ],
  },
  {
    speaker: "Lê Văn Ấm Chè",
    village: "TQ-11",
    summary: "Mưa là ngập; cống tắc, nắp hỏng.",
    said: [
      {
        name: "drain",
        field: "thuy_loi_cap_thoat_nuoc",
        text: "Cống trong ngõ tắc, nắp cống vỡ, mưa nhỏ cũng ngập; đề nghị nạo vét và thay nắp.",
        ruling: "written_answer",
      },
      {
        name: "cable",
        field: "dien_chieu_sang_vien_thong",
        text: "Dây viễn thông sà xuống đầu người đi đường, đề nghị bó gọn.",
        ruling: "written_answer",
      },
    ],
  },
  {
    speaker: "Phạm Thị Guốc Mộc",
    village: "TQ-14",
    summary: "Nhà sinh hoạt dột; hàng quán ồn về khuya.",
    said: [
      {
        name: "hall",
        field: "van_hoa_thiet_che_thon",
        text: "Mái nhà sinh hoạt cộng đồng dột, không họp được khi mưa; đề nghị sửa.",
        ruling: "written_answer",
      },
      {
        name: "noise",
        field: "an_ninh_trat_tu",
        text: "Hàng quán mở loa đến khuya, trẻ con không học được; đề nghị phường nhắc nhở.",
        ruling: "written_answer",
      },
    ],
  },
  {
    speaker: "Hoàng Văn Đèn Lồng",
    village: "TQ-17",
    summary: "Xin thêm điểm dừng xe buýt.",
    said: [
      {
        name: "bus",
        field: "giao_thong",
        text: "Đề nghị thêm một điểm dừng xe buýt gần trạm y tế để người già đi khám.",
        ruling: "beyond_competence",
      },
    ],
  },
  {
    speaker: "Đỗ Thị Áo Dài",
    village: "TQ-20",
    summary: "Cảm ơn phường đã mở lớp dưỡng sinh cho người cao tuổi.",
    said: [],
  },
];

export const agenda = [
  { title: "Báo cáo kinh tế - xã hội và nhiệm vụ tới", speaker: "Ngô Văn Khuê Các", minutes: 20 },
  { title: "Kiến nghị thu thập trước hội nghị và trả lời của các phòng", minutes: 40 },
  { title: "Ý kiến tại hội nghị", minutes: 60 },
  { title: "Kết luận", speaker: "Đinh Thị Mực Tàu", minutes: 15 },
];

type Collected = {
  readonly field: string;
  readonly text: string;
  readonly village: string;
  readonly raised_by: string;
  /** Which office is asked for a draft answer. */
  readonly agency?: "works" | "culture";
};

export const collected: readonly Collected[] = [
  {
    field: "thuy_loi_cap_thoat_nuoc",
    text: "Cống ở cuối ngõ nhỏ quá, nước dồn từ ngõ trên xuống; đề nghị thay cống lớn hơn.",
    village: "TQ-11",
    raised_by: "Vũ Thị Nón Lá",
    agency: "works",
  },
  {
    field: "giao_thong",
    text: "Đề nghị kẻ lại vạch đi bộ trước cổng trường vì đã mờ.",
    village: "TQ-23",
    raised_by: "Bùi Văn Diều Sáo",
    agency: "works",
  },
  {
    field: "chinh_sach_xa_hoi",
    text: "Nhiều cụ trên 80 tuổi chưa nhận được trợ cấp tháng này, đề nghị cho biết lý do.",
    village: "TQ-26",
    raised_by: "Lý Thị Trầu Cau",
    agency: "culture",
  },
  {
    field: "quy_hoach_xay_dung_do_thi",
    text: "Công trình xây dở để vật liệu lấn ra ngõ đã hai tháng.",
    village: "TQ-30",
    raised_by: "Mai Văn Cối Đá",
  },
];
