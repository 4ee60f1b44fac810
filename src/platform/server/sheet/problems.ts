import { legacySentence } from "#kernel/legacy-choice.ts";
import { defineProblems } from "#kernel/problem.ts";

export const sheetProblems = defineProblems("sheet", {
  unreadable: {
    status: 422,
    vi: "Không đọc được tệp này. Hãy mở bằng Excel rồi lưu lại dạng .xlsx.",
    en: "This file cannot be read. Open it in Excel and save it again as .xlsx.",
  },
  too_large: {
    status: 413,
    vi: "Tệp quá lớn: không quá 4 MB và 5.000 dòng. Hãy chia thành nhiều tệp.",
    en: "The file is too large: at most 4 MB and 5,000 rows. Divide it into several.",
  },
  day_or_not: {
    status: 422,
    vi: "Ô {cells}: chương trình bảng tính đã đổi chữ gõ vào (như 5-1) thành ngày không rõ năm. Nếu là ngày, hãy ghi đủ ngày/tháng/năm; nếu không phải, hãy chọn định dạng Văn bản (Text) cho ô rồi gõ lại.",
    en: "Cell {cells}: the spreadsheet made a day without a year of what was typed (such as 5-1). If a day is meant, write day/month/year; if not, give the cell the format Text and type it again.",
  },
  legacy_encoding: { status: 422, ...legacySentence },
  empty: {
    status: 422,
    vi: "Bảng chưa có dòng nào dưới hàng tiêu đề, không kể các dòng ví dụ của tệp mẫu.",
    en: "The sheet has no rows below its headings but the examples of the template.",
  },
});
