import {
  isWeeklyRest,
  workCalendar,
  type CalendarDay,
  type CalendarYear,
  type IsoDate,
  type WorkCalendar,
} from "#kernel/calendar.ts";
import { lunarDay, lunarNewYear } from "#kernel/calendar/lunar-day.ts";
import { plusDays } from "#kernel/calendar/working-days.ts";

/**
 * A year as it will probably be decided, for a person to correct and confirm: the paid holidays of the
 * Labour Code (45/2019/QH14 Art. 112; one day for 2/9 before 2021), and a working day in place of each that
 * falls on a weekly rest day (Art. 111). Swaps of working days are decisions and cannot be foreseen.
 */
export function proposeYear(year: number): CalendarYear {
  const known = proposed.get(year);
  if (known) return known;
  const holidays = [...publicHolidays(year), ...tetBlock(year), ...pairedNationalDay(year)].sort(byDate);
  const proposal = {
    year,
    days: [...holidays, ...compensations(holidays)].sort(byDate),
    confirmed: false,
  };
  proposed.set(year, proposal);
  return proposal;
}

/** The confirmed (or drafted) years, and the proposal wherever there is none. */
export function vietnamCalendar(years: readonly CalendarYear[]): WorkCalendar {
  return workCalendar(years, proposeYear);
}

/** What the person who confirms a year has to look up, because no rule can foresee it. */
export function questionsForConfirming(year: number): { vi: string; en: string }[] {
  const always = [
    {
      vi: "Năm ngày nghỉ Tết Nguyên đán theo quyết định của năm.",
      en: "The five days of Tết, as decided for the year.",
    },
    {
      vi: "Ngày nghỉ liền kề Quốc khánh: 01/9 hay 03/9.",
      en: "The day beside National Day: 1 or 3 September.",
    },
    {
      vi: "Các ngày làm việc được hoán đổi và ngày làm bù.",
      en: "Working days that are swapped, and the days that make up for them.",
    },
  ];
  return year < CULTURE_DAY_FROM ? always : [...always, CULTURE_DAY];
}

// Resolution 80-NQ/TW of 7/1/2026 chooses 24/11 as a paid day of rest; the Labour Code has to name it first.
const CULTURE_DAY_FROM = 2026;
const CULTURE_DAY = {
  vi: "Ngày Văn hóa Việt Nam 24/11 (Nghị quyết 80-NQ/TW) có là ngày nghỉ của năm này không.",
  en: "Whether Viet Nam Culture Day, 24 November (Resolution 80-NQ/TW), is a day of rest this year.",
};

const PAIRED_NATIONAL_DAY_FROM = 2021;

const FIXED = {
  "01-01": "Tết Dương lịch",
  "04-30": "Ngày Chiến thắng 30/4",
  "05-01": "Ngày Quốc tế lao động 1/5",
  "09-02": "Quốc khánh",
};

// A year is asked for many times and never changes.
const proposed = new Map<number, CalendarYear>();

function publicHolidays(year: number): CalendarDay[] {
  const hungKings = lunarDay(10, 3, year);
  return [
    ...Object.entries(FIXED).map(([day, name]) => holiday(`${year}-${day}`, name)),
    ...(hungKings ? [holiday(hungKings, "Giỗ Tổ Hùng Vương")] : []),
  ];
}

/**
 * Five days: one before the lunar new year and four from it on, or two and three. The decisions of 2019–2026
 * took the first where it fills Monday to Friday (new year on a Tuesday), the second in every other year.
 */
function tetBlock(year: number): CalendarDay[] {
  const newYear = lunarNewYear(year);
  if (!newYear) return [];
  const before = Temporal.PlainDate.from(newYear).dayOfWeek === 2 ? 1 : 2;
  return [0, 1, 2, 3, 4].map((n) => holiday(plusDays(newYear, n - before), "Tết Nguyên đán"));
}

/** The neighbour of 2/9 that is itself a working day beside a weekend; 1/9 where both sides are alike. */
function pairedNationalDay(year: number): CalendarDay[] {
  if (year < PAIRED_NATIONAL_DAY_FROM) return [];
  const before = `${year}-09-01`;
  const after = `${year}-09-03`;
  const joins = restsInARow(after, 1) > restsInARow(before, -1);
  const paired = isWeeklyRest(before) || (joins && !isWeeklyRest(after)) ? after : before;
  return [holiday(paired, "Nghỉ Quốc khánh")];
}

/** How many weekly rest days follow a day immediately, in one direction. */
function restsInARow(date: IsoDate, towards: 1 | -1): number {
  const next = plusDays(date, towards);
  return isWeeklyRest(next) ? 1 + restsInARow(next, towards) : 0;
}

/** For each holiday on a Saturday or Sunday, the next working day that is still free. */
function compensations(holidays: readonly CalendarDay[]): CalendarDay[] {
  const taken = new Set(holidays.map((day) => day.date));
  const free = (date: IsoDate): IsoDate =>
    taken.has(date) || isWeeklyRest(date) ? free(plusDays(date, 1)) : date;
  return holidays
    .filter((day) => isWeeklyRest(day.date))
    .map((day) => {
      const date = free(day.date);
      taken.add(date);
      return { date, kind: "compensation", name: `Nghỉ bù ${day.name}` };
    });
}

function holiday(date: IsoDate, name: string): CalendarDay {
  return { date, kind: "holiday", name };
}

function byDate(a: CalendarDay, b: CalendarDay): number {
  return a.date < b.date ? -1 : 1;
}
