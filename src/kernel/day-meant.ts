import { daysBetween, yearOf } from "./day-arithmetic.ts";
import { spokenDay } from "./spoken-day.ts";
import { dayOfCalendar } from "./typed-date.ts";

/** Whether a field asks for a day that has been, for one to come, or for either. */
export type Towards = "past" | "future" | "near";

const words = "(?:(?:thứ|chủ)\\s+\\p{L}+\\s*,?\\s*)?(?:ngày\\s*)?";
const withoutYear = new RegExp(
  `^${words}(\\d{1,2})(?:\\s*[/.\\-‐‑‒–—−]\\s*|\\s+tháng\\s+)(\\d{1,2})(?:\\s+năm\\s+(?<which>nay|ngoái|sau|tới))?$`,
  "u",
);

/**
 * The day that was probably meant by one typed without its year ("17/2", "ngày 17 tháng 2"), or told by another day ("hôm
 * qua", "thứ năm tuần sau"): it is offered, never taken. Null where the words are of no such kind, or there is no such day.
 * @param today `YYYY-MM-DD`; what has been is looked for up to it, what is to come from it on
 */
export function dayMeant(typed: string, today: string, towards: Towards): string | null {
  if (typed.length > 60) return null;
  const said = typed.trim().normalize("NFC").toLowerCase();
  const parts = withoutYear.exec(said);
  if (!parts) return spokenDay(said, today);
  const [, day, month] = parts;
  const which = parts.groups!["which"];
  const inYear = (year: number) => dayOfCalendar(String(year), month, day);
  const year = yearOf(today);
  if (which) return inYear(year + ({ nay: 0, ngoái: -1, sau: 1, tới: 1 } as const)[which as "nay"]!);
  if (towards === "near")
    return nearer(today, dayMeant(typed, today, "past"), dayMeant(typed, today, "future"));
  // 29 February may be four years away, or eight around a century.
  const away = [0, 1, 2, 3, 4, 5, 6, 7, 8].map((years) => (towards === "past" ? year - years : year + years));
  const fits = (found: string | null) =>
    found !== null && (towards === "past" ? found <= today : found >= today);
  return away.map(inYear).find(fits) ?? null;
}

function nearer(today: string, past: string | null, future: string | null): string | null {
  if (past === null || future === null) return past ?? future;
  return daysBetween(past, today) <= daysBetween(today, future) ? past : future;
}
