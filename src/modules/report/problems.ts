import { defineProblems } from "#kernel/problem.ts";

export const reportProblems = defineProblems("report", {
  identity_broken: {
    status: 500,
    vi: "Không xuất báo cáo: đẳng thức “{name}” không khớp ({left} ≠ {right}).",
    en: "The report is refused: the identity “{name}” does not hold ({left} ≠ {right}).",
  },
  period_reversed: {
    status: 422,
    vi: "Ngày cuối kỳ {to} sớm hơn ngày đầu kỳ {from}.",
    en: "The period's last day {to} is before its first, {from}.",
  },
  not_a_day: {
    status: 422,
    vi: "{day} không phải là một ngày (NĂM-THÁNG-NGÀY).",
    en: "{day} is not a day (YYYY-MM-DD).",
  },
  day_out_of_range: {
    status: 422,
    vi: "Ngày {day} nằm ngoài các năm 1800–2200 mà sổ có thể nói đến.",
    en: "The day {day} lies outside the years 1800–2200 that a register can speak of.",
  },
  day_to_come: {
    status: 422,
    vi: "Ngày {day} chưa đến (hôm nay {today}), nên chưa ai biết tình hình của ngày ấy.",
    en: "{day} is still to come (today is {today}); nobody can know yet how things will stand.",
  },
  unit_not_present: {
    status: 422,
    vi: "Đơn vị “{unit}” nay không còn, nên không quy đổi theo đơn vị hiện nay được; hãy chọn đơn vị kế thừa, hoặc cách tính theo đơn vị tại thời điểm.",
    en: "The unit “{unit}” is no more, so nothing can be converted to it; choose its successor, or the basis as-was.",
  },
  no_such_figure: {
    status: 404,
    vi: "Báo cáo không có số liệu “{figure}”.",
    en: "The report has no figure “{figure}”.",
  },
  cut_off_after_issue: {
    status: 422,
    vi: "Báo cáo không thể tính đến ngày {on}, sau ngày ban hành.",
    en: "A report cannot count until {on}, after the day of its issue.",
  },
  report_issued_already: {
    status: 409,
    vi: "Báo cáo của kỳ này đã ban hành, số {symbol}; tải lại trang để ban hành văn bản thay thế.",
    en: "The report on this period was issued as {symbol}; reload the page to issue one in its place.",
  },
  report_not_current: {
    status: 409,
    vi: "Không có báo cáo nào của kỳ này đang có hiệu lực để thay thế.",
    en: "No report on this period is in force that could be replaced.",
  },
  not_a_cursor: {
    status: 422,
    vi: "Vị trí trang “{after}” không đọc được.",
    en: "The page position “{after}” cannot be read.",
  },
});
