/** What time it is. Rules take a date; only the edges of the product own a clock. */
export type Clock = () => Temporal.Instant;

export const VIETNAM = "Asia/Ho_Chi_Minh";

export const systemClock: Clock = () => Temporal.Now.instant();

/** The day last asked for, and the milliseconds in which it lasts: every request asks for today's. */
let lastDay = { day: "", from: 0, until: 0 };

/** The calendar day in Việt Nam at an instant, `YYYY-MM-DD`. */
export function dayInVietnam(instant: Temporal.Instant): string {
  const at = instant.epochMilliseconds;
  if (at >= lastDay.from && at < lastDay.until) return lastDay.day;
  const date = instant.toZonedDateTimeISO(VIETNAM).toPlainDate();
  const day = date.toString();
  const [from, until] = [date, date.add({ days: 1 })].map(
    (midnight) => midnight.toZonedDateTime(VIETNAM).epochMilliseconds,
  ) as [number, number];
  lastDay = { day, from, until };
  return day;
}

/** The last instant that still belongs to a day in Việt Nam, exclusive: midnight of the next day. */
export function endOfDayInVietnam(day: string): Temporal.Instant {
  return Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(VIETNAM).toInstant();
}
