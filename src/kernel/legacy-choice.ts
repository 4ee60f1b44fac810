/** The field of a form by which its writer says what to do with texts in an encoding of before Unicode. */
export const LEGACY_CHOICE = "unicode";

/** What stands beside such a text when a form comes back; the page offers both choices under it. */
export const legacySentence = {
  vi: "Nội dung này gõ bằng bảng mã cũ (TCVN3 hoặc VNI), đọc sẽ sai chữ. Hãy chuyển sang Unicode, hoặc giữ nguyên nếu đúng là như vậy.",
  en: "This was typed in an encoding of before Unicode (TCVN3 or VNI) and would read wrong. Convert it, or keep it if it is meant so.",
} as const;

export const isLegacySentence = (sentence: string): boolean =>
  sentence === legacySentence.vi || sentence === legacySentence.en;
