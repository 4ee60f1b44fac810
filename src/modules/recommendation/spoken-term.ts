import { lunarNewYear } from "#kernel/calendar/lunar-day.ts";
import { daysAfter, dayOfMonth, lastDayOfMonth, mondayOf, monthOf, yearOf } from "#kernel/day-arithmetic.ts";
import { spokenDay, spokenDayPattern } from "#kernel/spoken-day.ts";

// When something is to be done by, as people say it in a room: the last day of "tuần sau", "đầu tháng sau", "quý này",
// the day before Tết. A part of a period is a third of it.

type Groups = Readonly<Partial<Record<string, string>>>;
type Reading = readonly [pattern: RegExp, lastDay: (said: Groups, on: string) => string | null];

const written = (pattern: string) => new RegExp(`(?<![\\p{L}\\d])(?:${pattern})(?![\\p{L}\\d])`, "iu");
const part = "(?:(?<part>đầu|giữa|cuối|hết)\\s+)?";
const which = "(?<which>này|nay|sau|tới)";
const isNext = (word: string | undefined) => /^(?:sau|tới)$/iu.test(word ?? "");
const thirdOf = (word: string | undefined) => ({ đầu: 0, giữa: 1 })[word?.toLowerCase() ?? ""] ?? 2;

/** The first of some days that has not passed. */
const firstFrom = (on: string, days: readonly (string | null)[]) =>
  days.find((day) => day !== null && day >= on) ?? null;

const ofWeek = ({ part: third, which: word }: Groups, on: string) =>
  daysAfter(mondayOf(on), (isNext(word) ? 7 : 0) + [1, 3, 6][thirdOf(third)]!);

function ofMonth(third: string | undefined, year: number, month: number): string {
  const day = [10, 20][thirdOf(third)];
  return day === undefined ? lastDayOfMonth(year, month) : dayOfMonth(year, month, day);
}

const ofQuarter = (third: string | undefined, year: number, quarter: number) =>
  lastDayOfMonth(year, quarter * 3 - 2 + thirdOf(third));

const ofYear = (third: string | undefined, year: number) => lastDayOfMonth(year, [3, 6, 12][thirdOf(third)]!);

/** The months and the quarters of this year and the next. */
const inTheseYears = (on: string, year: string | undefined, dayIn: (year: number) => string) =>
  year ? dayIn(Number(year)) : firstFrom(on, [dayIn(yearOf(on)), dayIn(yearOf(on) + 1)]);

const yearNamed = "(?:\\s*(?:/|-|năm\\s+)\\s*(?<year>\\d{4}))?";
const roman = ["i", "ii", "iii", "iv"];
const quarterOf = (name: string) => (/\d/.test(name) ? Number(name) : roman.indexOf(name.toLowerCase()) + 1);

const counted: Readonly<Record<string, number>> = {
  ...{ một: 1, hai: 2, ba: 3, bốn: 4, năm: 5, sáu: 6, bảy: 7, tám: 8, chín: 9, mười: 10, nửa: 0.5, vài: 3 },
};
const numberOf = (word: string) => counted[word.toLowerCase()] ?? Number(word);

function afterSome({ count, unit }: Groups, on: string): string | null {
  const number = numberOf(count!);
  if (unit!.toLowerCase() === "ngày") return daysAfter(on, Math.ceil(number));
  if (unit!.toLowerCase() === "tuần") return daysAfter(on, Math.ceil(number * 7));
  if (number === 0.5) return daysAfter(on, 15);
  const same = dayOfMonth(yearOf(on), monthOf(on) + number, Number(on.slice(8)));
  const last = lastDayOfMonth(yearOf(on), monthOf(on) + number);
  return same < last ? same : last;
}

const dayBefore = (day: string | null) => day && daysAfter(day, -1);

/** Days that everybody knows by their name; what is promised before them is promised for the day before. */
function beforeNamed({ feast }: Groups, on: string): string | null {
  const years = [yearOf(on), yearOf(on) + 1];
  const named = feast!.toLowerCase();
  const inYear = (monthAndDay: string) => years.map((year) => dayBefore(`${year}-${monthAndDay}`));
  if (/dương lịch|năm mới dương/u.test(named)) return firstFrom(on, inYear("01-01"));
  if (/tết|giao thừa|năm mới âm/u.test(named))
    return firstFrom(
      on,
      years.map((year) => dayBefore(lunarNewYear(year))),
    );
  if (/khai giảng|năm học/u.test(named)) return firstFrom(on, inYear("09-05"));
  return firstFrom(on, inYear(/quốc khánh/u.test(named) ? "09-02" : "05-01"));
}

const readings: readonly Reading[] = [
  [written(spokenDayPattern), ({ 0: said }, on) => spokenDay(said!, on)],
  [written(`${part}tuần\\s+${which}`), ofWeek],
  [
    written(`${part}tháng\\s+${which}`),
    ({ part: third, which: word }, on) => ofMonth(third, yearOf(on), monthOf(on) + (isNext(word) ? 1 : 0)),
  ],
  [
    written(`${part}tháng\\s+(?<month>1[0-2]|0?[1-9])${yearNamed}`),
    ({ part: third, month, year }, on) =>
      inTheseYears(on, year, (each) => ofMonth(third, each, Number(month))),
  ],
  [
    written(`${part}qu[ýí]\\s+${which}`),
    ({ part: third, which: word }, on) =>
      ofQuarter(third, yearOf(on), Math.ceil(monthOf(on) / 3) + (isNext(word) ? 1 : 0)),
  ],
  [
    written(`${part}qu[ýí]\\s+(?<quarter>iv|i{1,3}|[1-4])${yearNamed}`),
    ({ part: third, quarter, year }, on) =>
      inTheseYears(on, year, (each) => ofQuarter(third, each, quarterOf(quarter!))),
  ],
  [
    written(
      "trước\\s+(?:ngày\\s+|dịp\\s+|lễ\\s+|thềm\\s+)*(?<feast>tết\\s+dương\\s+lịch|tết|giao\\s+thừa|(?:lễ\\s+)?khai\\s+giảng|năm\\s+học(?:\\s+mới)?|quốc\\s+khánh|quốc\\s+tế\\s+lao\\s+động)",
    ),
    beforeNamed,
  ],
  [
    written(`${part}năm\\s+${which}`),
    ({ part: third, which: word }, on) => ofYear(third, yearOf(on) + (isNext(word) ? 1 : 0)),
  ],
  [
    written("(?:trong|đầu|giữa|cuối|hết)\\s+năm\\s+(?<year>20\\d\\d)"),
    ({ 0: said, year }) => ofYear(/^\p{L}+/u.exec(said!)?.[0], Number(year)),
  ],
  [
    written("(?<part>giữa|cuối)\\s+năm"),
    ({ part: third }, on) => firstFrom(on, [ofYear(third, yearOf(on)), ofYear(third, yearOf(on) + 1)]),
  ],
  [
    written(
      "(?:trong|sau)\\s+(?:vòng\\s+)?(?:khoảng\\s+)?(?<count>\\d{1,3}|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|nửa|vài)\\s+(?<unit>ngày|tuần|tháng)(?!\\s+làm\\s+việc)",
    ),
    afterSome,
  ],
  [
    written(
      "(?<count>\\d{1,3}|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|nửa|vài)\\s+(?<unit>ngày|tuần|tháng)\\s+nữa",
    ),
    afterSome,
  ],
];

/** The last day of the first term that the words name, reckoned from the day `on` (`YYYY-MM-DD`); null where there is none. */
export function spokenTerm(words: string, on: string): string | null {
  for (const [pattern, lastDay] of readings) {
    const found = pattern.exec(words);
    const day = found && lastDay({ ...found.groups, 0: found[0] }, on);
    if (day) return day;
  }
  return null;
}
