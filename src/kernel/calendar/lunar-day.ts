import { getSolarDate } from "@dqcai/vn-lunar";
import type { IsoDate } from "../calendar.ts";

/** The years of the library's tables. */
const years = { from: 1200, to: 2199 };

/** The day of the lunar calendar of Việt Nam (months reckoned at UTC+7) in a year; null for a year that its tables have not. */
export function lunarDay(day: number, month: number, year: number): IsoDate | null {
  if (year < years.from || year > years.to) return null;
  const solar = getSolarDate(day, month, year);
  return Temporal.PlainDate.from({ year: solar.year, month: solar.month, day: solar.day }).toString();
}

/** The first day of Tết. */
export function lunarNewYear(year: number): IsoDate | null {
  return lunarDay(1, 1, year);
}
