import { VIETNAM } from "#kernel/clock.ts";
import { formatDate } from "#ui/date-text.ts";

/** An instant as the day and hour in Việt Nam: `02/03/2026, 12:05`. */
export function momentText(instant: string): string {
  const local = Temporal.Instant.from(instant).toZonedDateTimeISO(VIETNAM);
  const time = local.toPlainTime().toString({ smallestUnit: "minute" });
  return `${formatDate(local.toPlainDate().toString())}, ${time}`;
}
