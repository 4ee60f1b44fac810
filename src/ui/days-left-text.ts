import { m } from "#paraglide/messages.js";

/** How far off a day is that is still to come. */
export function daysLeftText(days: number): string {
  if (days === 0) return m.desk_next_today();
  return days === 1 ? m.desk_next_tomorrow() : m.desk_next_in({ count: days });
}
