/** How long things last. Sessions end half a day after their last use: offices share machines. */
export const SESSION_HOURS = 12;
/** A session in use is prolonged at most this often. */
export const SESSION_RENEWED_AFTER_MINUTES = 60;

export const INVITATION_LASTS = Temporal.Duration.from({ hours: 7 * 24 });
/** Printed again at each start, so it need not last. */
export const FIRST_LINK_LASTS = Temporal.Duration.from({ hours: 24 });

/** The last day on which a token made today may still work: at most a year on. */
export function lastDayOfToken(today: string): string {
  return Temporal.PlainDate.from(today).add({ years: 1 }).toString();
}
