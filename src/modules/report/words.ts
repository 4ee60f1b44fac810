import { classWords, type Word } from "#modules/recommendation/words.ts";
import type { BalanceFigures, Basis, RateFigures, RecommendationFigures } from "./report.ts";

type Counted = Exclude<keyof RecommendationFigures, "by_field" | "by_channel" | "by_lead">;

const { duplicate: duplicates, ...ofClasses } = classWords;

/** The lines of the report, in the words of the work. */
export const figureWords: Record<Counted, Word> = {
  ...ofClasses,
  received: { vi: "Tiếp nhận", en: "Received" },
  duplicates,
  distinct: { vi: "Kiến nghị được theo dõi", en: "Distinct" },
  assigned: { vi: "Giao giải quyết", en: "Assigned" },
  directed: { vi: "Đã có chỉ đạo", en: "Directed" },
  overdue: { vi: "trong đó quá hạn", en: "of these overdue" },
  answered_on_time: { vi: "Trả lời đúng hạn", en: "Answered on time" },
  answered_after_extension: { vi: "Trả lời trong hạn đã gia hạn", en: "Answered within the extended date" },
  answered_late: { vi: "Trả lời quá hạn", en: "Answered late" },
  answered_not_satisfied: {
    vi: "Đã trả lời, bà con hoặc Mặt trận chưa đồng ý",
    en: "Answered; the people or the Front are not satisfied",
  },
  reopened: { vi: "Lượt mở lại", en: "Times reopened" },
};

export const balanceWords: Record<keyof BalanceFigures, Word> = {
  opening: { vi: "Tồn đầu kỳ", en: "Opening balance" },
  new: { vi: "Mới trong kỳ", en: "New in the period" },
  reopened: { vi: "Mở lại trong kỳ", en: "Reopened in the period" },
  closed: { vi: "Kết thúc trong kỳ", en: "Closed in the period" },
  closing: { vi: "Tồn cuối kỳ", en: "Closing balance" },
};

export const rateWords: Record<keyof RateFigures, Word> = {
  directed: { vi: "Tỷ lệ có chỉ đạo", en: "Share directed" },
  done: { vi: "Tỷ lệ đã giải quyết", en: "Share done" },
  substantive: { vi: "Tỷ lệ giải quyết thực chất", en: "Share substantively resolved" },
  on_time: { vi: "Tỷ lệ đúng hạn", en: "Share on time" },
};

export const basisWords: Record<Basis, Word> = {
  "as-was": { vi: "theo đơn vị tại thời điểm", en: "units as they were" },
  "as-is": { vi: "quy đổi theo đơn vị hiện nay", en: "units as they are today" },
};
