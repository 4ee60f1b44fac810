/** What can be wrong with a cell of a sheet of what was collected. */
export const collectedFaults = {
  required: { vi: "Cần điền ô này.", en: "This is required." },
  long: { vi: "Dài quá 20.000 ký tự.", en: "Longer than 20,000 characters." },
  twice: (line: number) => ({ vi: `Trùng với dòng ${line}.`, en: `The same as line ${line}.` }),
  unknown: (word: string) => ({
    vi: `Không có “${word}” trong danh mục.`,
    en: `There is no “${word}” to choose.`,
  }),
  several: (word: string, codes: readonly string[]) => ({
    vi: `Có nhiều “${word}”; ghi mã: ${codes.join(", ")}.`,
    en: `There are several “${word}”; write the code: ${codes.join(", ")}.`,
  }),
  notOwn: (word: string) => ({
    vi: `“${word}” không phải thôn của ông/bà.`,
    en: `“${word}” is not your village.`,
  }),
  kind: (word: string) => ({
    vi: `Không rõ “${word}”; ghi Kiến nghị, Phản ánh, Câu hỏi hoặc Góp ý. Khiếu nại, tố cáo nhập riêng từng việc.`,
    en: `“${word}” is not known; write Kiến nghị, Phản ánh, Câu hỏi or Góp ý. Complaints and denunciations are entered one by one.`,
  }),
  naming: (word: string) => ({
    vi: `Không rõ “${word}”; ghi Nêu tên, Chỉ văn phòng biết tên hoặc Không nêu tên.`,
    en: `“${word}” is not known; write Nêu tên, Chỉ văn phòng biết tên or Không nêu tên.`,
  }),
  unaskedName: {
    vi: "Đã ghi “Không nêu tên” thì sổ không ghi ai cả: bỏ trống tên, hoặc ghi Chỉ văn phòng biết tên.",
    en: "“Không nêu tên” means that nobody is recorded: leave the name out, or write Chỉ văn phòng biết tên.",
  },
  notADay: (text: string) => ({
    vi: `“${text}” không phải một ngày trong lịch; ghi ngày/tháng/năm, ví dụ 01/07/2025.`,
    en: `“${text}” is not a day of the calendar; write day/month/year, such as 01/07/2025.`,
  }),
  late: (day: string) => ({
    vi: `Ngày ${day.split("-").toReversed().join("/")} muộn hơn hôm nay hoặc ngày hội nghị.`,
    en: `The day ${day} is later than today or the day of the conference.`,
  }),
};
