/** What can be wrong with a cell of a list of units. */
export const rowFaults = {
  required: { vi: "Cần điền ô này.", en: "This is required." },
  codeForm: {
    vi: "Mã chỉ gồm chữ không dấu, số, dấu chấm, gạch nối, gạch dưới; dài không quá 40 ký tự.",
    en: "A code has only plain letters, digits, dots, hyphens and underscores, at most 40 characters.",
  },
  codeTaken: (code: string) => ({
    vi: `Mã “${code}” đã có đơn vị dùng.`,
    en: `The code “${code}” is already in use.`,
  }),
  codeTwice: (code: string) => ({
    vi: `Mã “${code}” đã có ở dòng trên.`,
    en: `The code “${code}” is already in a row above.`,
  }),
  nameLong: { vi: "Tên dài quá 200 ký tự.", en: "The name is longer than 200 characters." },
  kind: (word: string) => ({
    vi: `Không rõ “${word}” là loại gì; ghi Thôn, Tổ dân phố, Cơ quan hoặc Tổ chức.`,
    en: `“${word}” is no known kind; write Thôn, Tổ dân phố, Cơ quan or Tổ chức.`,
  }),
  noParent: (code: string) => ({
    vi: `Không có đơn vị nào mang mã “${code}”, cũng không có trong bảng này.`,
    en: `There is no unit with the code “${code}”, nor is it in this sheet.`,
  }),
  outside: (code: string, under: string) => ({
    vi: `Đơn vị “${code}” không thuộc “${under}”.`,
    en: `The unit “${code}” does not lie in “${under}”.`,
  }),
  circle: {
    vi: "Đơn vị cấp trên lại trực thuộc chính đơn vị này.",
    en: "The unit above lies under this very unit.",
  },
  notADay: (text: string) => ({
    vi: `“${text}” không phải một ngày trong lịch; ghi ngày/tháng/năm, ví dụ 01/07/2025.`,
    en: `“${text}” is not a day of the calendar; write day/month/year, such as 01/07/2025.`,
  }),
  year: { vi: "Năm phải từ 1945 đến 2200.", en: "The year must be between 1945 and 2200." },
  ordered: {
    vi: "Ngày kết thúc không thể trước ngày bắt đầu.",
    en: "The last day cannot be before the first.",
  },
};
