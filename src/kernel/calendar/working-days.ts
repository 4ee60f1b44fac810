import { isWorkingDay, type IsoDate, type WorkCalendar } from "../calendar.ts";

/** The day so many calendar days later (earlier, if negative). */
export function plusDays(date: IsoDate, days: number): IsoDate {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/** Calendar days from one day to another; negative when `to` is the earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Temporal.PlainDate.from(from).until(to, { largestUnit: "day" }).days;
}

/** The day itself if it is worked, else the next working day. */
export function workingDayOnOrAfter(calendar: WorkCalendar, date: IsoDate): IsoDate {
  return isWorkingDay(calendar, date) ? date : workingDayOnOrAfter(calendar, plusDays(date, 1));
}

/** The day itself if it is worked, else the working day before it. */
export function workingDayOnOrBefore(calendar: WorkCalendar, date: IsoDate): IsoDate {
  return isWorkingDay(calendar, date) ? date : workingDayOnOrBefore(calendar, plusDays(date, -1));
}

/** The n-th working day after a day, or before it when n is negative; the day itself is never counted. */
export function addWorkingDays(calendar: WorkCalendar, date: IsoDate, n: number): IsoDate {
  const towards = Math.sign(n);
  let day = date;
  for (let left = Math.abs(n); left > 0;) {
    day = plusDays(day, towards);
    if (isWorkingDay(calendar, day)) left -= 1;
  }
  return day;
}
