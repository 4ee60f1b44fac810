import type { Word } from "#modules/recommendation/words.ts";
import type { BalanceFigures, Basis, RateFigures, RecommendationFigures } from "./report.ts";

type Counted = Exclude<keyof RecommendationFigures, "by_field" | "by_channel" | "by_lead">;

/** The lines of the report, in the words of the work. */
export const figureWords: Record<Counted, Word> = {
  received: { vi: "Tiếp nhận", en: "Received" },
  invalid: { vi: "Không xử lý được", en: "Invalid" },
  routed_out: { vi: "Khiếu nại, tố cáo chuyển theo quy định", en: "Routed out" },
  duplicates: { vi: "Trùng, đã gộp", en: "Duplicates" },
  distinct: { vi: "Kiến nghị được theo dõi", en: "Distinct" },
  awaiting_ruling: { vi: "Chờ kết luận", en: "Awaiting a ruling" },
  answered_in_room: { vi: "Trả lời tại hội nghị", en: "Answered in the room" },
  noted: { vi: "Ghi nhận", en: "Noted" },
  assigned: { vi: "Giao giải quyết", en: "Assigned" },
  directed: { vi: "Đã có chỉ đạo", en: "Directed" },
  done: { vi: "Đã giải quyết", en: "Done" },
  explained: { vi: "Đã giải thích", en: "Explained" },
  refused: { vi: "Từ chối có căn cứ", en: "Refused" },
  in_hand: { vi: "Đang giải quyết", en: "In hand" },
  overdue: { vi: "trong đó quá hạn", en: "of these overdue" },
  scheduled: { vi: "Có lộ trình", en: "Scheduled" },
  blocked: { vi: "Vướng khách quan", en: "Blocked" },
  passed_up: { vi: "Chuyển cấp trên, chưa có trả lời", en: "Passed upward" },
  answered_on_time: { vi: "Trả lời đúng hạn", en: "Answered on time" },
  answered_after_extension: { vi: "Trả lời trong hạn đã gia hạn", en: "Answered within the extended date" },
  answered_late: { vi: "Trả lời quá hạn", en: "Answered late" },
  answered_not_satisfied: {
    vi: "Đã trả lời, bà con chưa đồng ý",
    en: "Answered, not satisfied",
  },
  reopened: { vi: "Lượt mở lại", en: "Reopened" },
};

export const balanceWords: Record<keyof BalanceFigures, Word> = {
  opening: { vi: "Tồn đầu kỳ", en: "Opening balance" },
  new: { vi: "Mới trong kỳ", en: "New" },
  reopened: { vi: "Mở lại trong kỳ", en: "Reopened" },
  closed: { vi: "Kết thúc trong kỳ", en: "Closed" },
  closing: { vi: "Tồn cuối kỳ", en: "Closing balance" },
};

export const rateWords: Record<keyof RateFigures, Word> = {
  directed: { vi: "Tỷ lệ có chỉ đạo", en: "Directed" },
  done: { vi: "Tỷ lệ đã giải quyết", en: "Done" },
  substantive: { vi: "Tỷ lệ giải quyết thực chất", en: "Substantively resolved" },
  on_time: { vi: "Tỷ lệ đúng hạn", en: "On time" },
};

export const basisWords: Record<Basis, Word> = {
  "as-was": { vi: "theo đơn vị tại thời điểm", en: "units as they were" },
  "as-is": { vi: "quy đổi theo đơn vị hiện nay", en: "units as they are today" },
};

export const channelWords: Readonly<Record<string, Word>> = {
  conference: { vi: "Tại hội nghị", en: "At a conference" },
  collected_beforehand: { vi: "Tổng hợp trước hội nghị", en: "Collected beforehand" },
  portal: { vi: "Cổng công khai", en: "Portal" },
  village_head: { vi: "Qua trưởng thôn, khu, tổ dân phố", en: "Village head" },
  reception: { vi: "Tiếp công dân", en: "Reception" },
  hotline: { vi: "Đường dây nóng", en: "Hotline" },
  letter: { vi: "Đơn thư", en: "Letter" },
  supervision: { vi: "Giám sát", en: "Supervision" },
};
