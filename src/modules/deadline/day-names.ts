// What the days that are proposed for every year are called in English; a day that somebody added has its own words.
const english: Readonly<Record<string, string>> = {
  "Tết Dương lịch": "New Year's Day",
  "Tết Nguyên đán": "Tết, the lunar new year",
  "Giỗ Tổ Hùng Vương": "Hùng Kings' Commemoration Day",
  "Ngày Chiến thắng 30/4": "Victory Day, 30 April",
  "Ngày Quốc tế lao động 1/5": "International Workers' Day, 1 May",
  "Quốc khánh": "National Day",
  "Nghỉ Quốc khánh": "Beside National Day",
};

const inLieu = "Nghỉ bù ";

/** The name of a day of the calendar in a language. */
export function dayNameWord(name: string, language: "vi" | "en"): string {
  if (language === "vi") return name;
  if (name.startsWith(inLieu)) return `In lieu of: ${dayNameWord(name.slice(inLieu.length), language)}`;
  return english[name] ?? name;
}
