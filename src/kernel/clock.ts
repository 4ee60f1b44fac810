/** What time it is. Rules take a date; only the edges of the product own a clock. */
export type Clock = () => Temporal.Instant;

export const VIETNAM = "Asia/Ho_Chi_Minh";

export const systemClock: Clock = () => Temporal.Now.instant();

/** The calendar day in Việt Nam at an instant, `YYYY-MM-DD`. */
export function dayInVietnam(instant: Temporal.Instant): string {
  return instant.toZonedDateTimeISO(VIETNAM).toPlainDate().toString();
}

/** The last instant that still belongs to a day in Việt Nam, exclusive: midnight of the next day. */
export function endOfDayInVietnam(day: string): Temporal.Instant {
  return Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(VIETNAM).toInstant();
}
