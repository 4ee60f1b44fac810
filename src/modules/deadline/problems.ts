import { defineProblems } from "#kernel/problem.ts";

export const deadlineProblems = defineProblems("deadline", {
  amount_invalid: {
    status: 422,
    vi: "Thời hạn phải là số nguyên từ 1 đến 3650.",
    en: "The term must be a whole number from 1 to 3650.",
  },
  hours_backward: {
    status: 422,
    vi: "Thời hạn theo giờ làm việc chỉ tính về sau, không tính lùi.",
    en: "A term in working hours runs forward only.",
  },
  validity_invalid: {
    status: 422,
    vi: "Ngày hết hiệu lực phải sau hoặc trùng ngày bắt đầu hiệu lực.",
    en: "The rule must not end before it begins.",
  },
  citation_missing: {
    status: 422,
    vi: "Quy định về thời hạn phải có căn cứ.",
    en: "A deadline rule must cite its basis.",
  },
  calendar_day_outside_year: {
    status: 422,
    vi: "Ngày {date} không thuộc năm {year}.",
    en: "The day {date} is not in the year {year}.",
  },
  calendar_day_twice: {
    status: 422,
    vi: "Ngày {date} được khai hai lần.",
    en: "The day {date} is given twice.",
  },
  calendar_day_not_rest: {
    status: 422,
    vi: "Ngày {date} không phải Thứ Bảy hay Chủ nhật nên không thể là ngày làm bù.",
    en: "The day {date} is neither Saturday nor Sunday, so it cannot be a worked rest day.",
  },
  calendar_compensation_on_rest: {
    status: 422,
    vi: "Ngày {date} vốn là ngày nghỉ hằng tuần nên không thể là ngày nghỉ bù.",
    en: "The day {date} is a weekly rest day already, so it cannot be a day given as compensation.",
  },
  calendar_year_begun: {
    status: 409,
    vi: "Lịch năm {year} đã được lập rồi.",
    en: "The calendar of {year} has already been begun.",
  },
  calendar_year_not_begun: {
    status: 409,
    vi: "Chưa lập lịch năm {year}. Hãy bắt đầu từ bản đề xuất.",
    en: "The calendar of {year} has not been begun. Start from the proposal.",
  },
  calendar_year_confirmed: {
    status: 409,
    vi: "Lịch năm {year} đã được xác nhận.",
    en: "The calendar of {year} has already been confirmed.",
  },
  calendar_day_unnamed: {
    status: 422,
    vi: "Ghi tên ngày nghỉ hoặc lý do làm bù.",
    en: "Give the name of the holiday, or why the day is worked.",
  },
  calendar_day_not_marked: {
    status: 409,
    vi: "Ngày {date} không được đánh dấu trong lịch, không có gì để bỏ.",
    en: "The day {date} is not marked, so there is nothing to remove.",
  },
  rule_not_found: {
    status: 404,
    vi: "Không có quy định nào mang mã “{code}”.",
    en: "There is no rule with the code “{code}”.",
  },
  rule_already_ended: {
    status: 409,
    vi: "Quy định này đã hết hiệu lực từ ngày {until}.",
    en: "This rule already ended on {until}.",
  },
  clock_not_running: {
    status: 404,
    vi: "Kiến nghị này không có thời hạn nào loại ấy.",
    en: "No such deadline runs on this matter.",
  },
});
