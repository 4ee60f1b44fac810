export type Sentence = { readonly vi: string; readonly en: string };

/** What can be wrong with one pasted cell. */
export const pastedFaults = {
  required: { vi: "Cần điền mục này.", en: "This is required." },
  twice: { vi: "Đơn vị này đã có ở dòng trên.", en: "This unit stands in a line above." },
  tooMany: { vi: "Kế hoạch không nhận thêm dòng nữa.", en: "The plan takes no further line." },
  notANumber: (written: string): Sentence => ({
    vi: `“${written}” không phải là số nguyên từ 0 đến 1000.`,
    en: `“${written}” is not a whole number from 0 to 1000.`,
  }),
  notADay: (written: string): Sentence => ({
    vi: `“${written}” không phải là ngày; viết như 20/5/2026.`,
    en: `“${written}” is not a day; write it like 20/5/2026.`,
  }),
  otherYear: (year: number): Sentence => ({
    vi: `Ngày này không thuộc năm ${year}.`,
    en: `This day is not in ${year}.`,
  }),
  otherQuarter: { vi: "Ngày này không thuộc quý đã ghi.", en: "This day is not in that quarter." },
  notAQuarter: (written: string): Sentence => ({
    vi: `“${written}” không phải là quý; viết 1, 2, 3, 4 hoặc I, II, III, IV.`,
    en: `“${written}” is not a quarter; write 1, 2, 3, 4 or I, II, III, IV.`,
  }),
  unknownUnit: (written: string): Sentence => ({
    vi: `Trong kế hoạch này không có đơn vị nào là “${written}”.`,
    en: `This plan has no unit “${written}”.`,
  }),
  severalUnits: (written: string, codes: readonly string[]): Sentence => ({
    vi: `Có nhiều đơn vị tên “${written}”; hãy ghi mã: ${codes.join(", ")}.`,
    en: `Several units are called “${written}”; write the code: ${codes.join(", ")}.`,
  }),
  unknownChoice: (written: string, vi: string, en: string): Sentence => ({
    vi: `Không có lựa chọn “${written}”; chọn một trong: ${vi}.`,
    en: `There is no “${written}” to choose; write one of: ${en}.`,
  }),
  tooLong: (most: number): Sentence => ({
    vi: `Dài quá ${most} ký tự.`,
    en: `Longer than ${most} characters.`,
  }),
};
