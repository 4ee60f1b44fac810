/** The days of the demo's dialogue of the present year, reckoned from the day of its first start. */
export type DialogueDays = {
  readonly today: string;
  /** The conference that was held: when it was prepared, when it took place, when its notice was issued. */
  readonly prepared: string;
  readonly held: string;
  readonly noticed: string;
  /** The conference to come. */
  readonly begun: string;
  readonly coming: string;
  /** So many days from today, before it where negative. */
  readonly day: (days: number) => string;
};

export function dialogueDays(today: string): DialogueDays {
  const day = (days: number) => Temporal.PlainDate.from(today).add({ days }).toString();
  return {
    today,
    day,
    prepared: day(-40),
    held: day(-19 - pastFriday(day(-19))),
    noticed: day(-13 - pastFriday(day(-13))),
    begun: day(-8),
    coming: day(13 + beforeMonday(day(13))),
  };
}

const weekday = (day: string) => Temporal.PlainDate.from(day).dayOfWeek;

/** How many days a Saturday or a Sunday lies behind its Friday, and before its Monday; none for the others. */
const pastFriday = (day: string) => Math.max(0, weekday(day) - 5);
const beforeMonday = (day: string) => (weekday(day) > 5 ? 8 - weekday(day) : 0);
