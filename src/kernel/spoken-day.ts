import { daysAfter, mondayOf } from "./day-arithmetic.ts";

// A day told by another: "hôm qua", "ngày mai", "thứ năm tuần sau".

const near: Readonly<Record<string, number>> = {
  "hôm nay": 0,
  "hôm qua": -1,
  "hôm kia": -2,
  "ngày mai": 1,
  "ngày kia": 2,
  "ngày mốt": 2,
};
const weekdays: Readonly<Record<string, number>> = {
  "hai|2": 1,
  "ba|3": 2,
  "tư|bốn|4": 3,
  "năm|5": 4,
  "sáu|6": 5,
  "bảy|bẩy|7": 6,
};
const weeks: Readonly<Record<string, number>> = { này: 0, sau: 1, tới: 1, trước: -1, "vừa rồi": -1, qua: -1 };

/** How such a day is written; for use within another expression, with the flags `iu`. */
export const spokenDayPattern =
  "(?<near>hôm nay|hôm qua|hôm kia|ngày mai|ngày kia|ngày mốt)|" +
  "(?:thứ\\s+(?<weekday>hai|ba|tư|bốn|năm|sáu|bảy|bẩy|[2-7])|(?<sunday>chủ nhật|chúa nhật))" +
  "(?:\\s+tuần\\s+(?<week>này|sau|tới|trước|vừa rồi|qua)|\\s+(?<next>này|tới|sau))";
const spoken = new RegExp(`^(?:${spokenDayPattern})$`, "iu");

/** The day that was meant on the day `on`, both `YYYY-MM-DD`; null where the words are of no such kind. */
export function spokenDay(words: string, on: string): string | null {
  const said = words.trim().normalize("NFC").toLowerCase().replace(/\s+/gu, " ");
  const parts = said.length > 40 ? undefined : spoken.exec(said)?.groups;
  if (!parts) return null;
  const { near: close, weekday, week, next } = parts;
  if (close) return daysAfter(on, near[close]!);
  const place = weekday ? numberOf(weekday) : 7;
  if (week) return daysAfter(mondayOf(on), 7 * weeks[week]! + place - 1);
  const thisWeek = daysAfter(mondayOf(on), place - 1);
  return next === "này" || thisWeek > on ? thisWeek : daysAfter(thisWeek, 7);
}

function numberOf(weekday: string): number {
  return Object.entries(weekdays).find(([names]) => names.split("|").includes(weekday))![1];
}
