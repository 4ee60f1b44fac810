// Where somebody lives, to the door; and what a person's body is said to have.

const patterns: readonly [RegExp, string][] = [
  [/[\p{L}\d._%+-]{1,64}@[\p{L}\d.-]{1,250}\.\p{L}{2,24}/gu, "[thư điện tử]"],
  [
    /(?<![\p{L}\d])(?:số nhà|nhà số|so nha|nha so|SN|căn hộ(?: số)?|phòng trọ số)\.?\s{0,3}\d+[\p{L}\d/-]*/giu,
    "[địa chỉ]",
  ],
  // A number before a lane or a street, and the number of the lane in the lane; the street itself is no house.
  [
    /(?<![\p{L}\d])số\s{1,3}\d+[\p{Lu}\d/-]*(?=,?\s{1,3}(?:ngõ|ngách|hẻm|kiệt|đường|phố)(?![\p{L}\d]))/giu,
    "[địa chỉ]",
  ],
  [
    /(?<![\p{L}\d/.,])\d+\p{Lu}?\/\d+[\p{Lu}\d/]*(?=,?\s{1,3}(?:ngõ|ngách|hẻm|kiệt|đường|phố)(?![\p{L}\d]))/giu,
    "[địa chỉ]",
  ],
  [/(?<![\p{L}\d])(?:ngách|hẻm|kiệt)\s{1,3}\d+(?:\/\d+)+(?![\p{L}\d])/giu, "[địa chỉ]"],
  [
    /(?<![\p{L}\d])thửa(?: đất)?(?: số)?\s{1,3}\d+\p{L}?,?\s{1,3}(?:thuộc\s{1,3})?tờ(?: bản đồ)?(?: số)?\s{1,3}\d+\p{L}?(?![\p{L}\d])/giu,
    "[thửa đất]",
  ],
  [
    /(?<![\p{L}\d])(?:thương binh|bệnh binh|mất sức|suy giảm khả năng lao động|khuyết tật)(?:\s{1,3}(?:hạng|loại|mức|tỷ lệ|tỉ lệ))?\s{1,3}(?:\d+\s?%|\d\/\d|\d{1,3}\s{1,3}phần trăm)/giu,
    "[sức khỏe]",
  ],
  [
    /(?<=(?<![\p{L}\d])(?:tôi|em|cháu|con|vợ|chồng|bố|mẹ|bà|ông|anh|chị)\s{1,3}(?:\p{L}+\s{1,3}){0,3}(?:bị|mắc|nhiễm)\s{1,3})(?:bệnh\s{1,3})?(?:ung thư(?:\s{1,3}(?:máu|gan|phổi|vú|dạ dày|tử cung|đại tràng))?|HIV(?:\/AIDS)?|tâm thần(?: phân liệt)?|động kinh|suy thận|viêm gan\s?\p{Lu}?|xơ gan|trầm cảm|bại liệt|tai biến|tự kỷ)/giu,
    "[sức khỏe]",
  ],
];

/** A text without addresses to the door, plots of land and what somebody's health is. */
export function withoutPlaces(text: string): string {
  return patterns.reduce((words, [pattern, instead]) => words.replace(pattern, instead), text);
}
