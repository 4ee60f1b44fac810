/** One opening of the office, local `HH:MM`. */
export type OfficeInterval = { readonly from: string; readonly to: string };

/** The product's default, 7.5 hours a day; a unit that keeps other hours passes its own. */
export const OFFICE_HOURS: readonly OfficeInterval[] = [
  { from: "07:30", to: "11:30" },
  { from: "13:30", to: "17:00" },
];

/** Minutes since midnight of a local `HH:MM`. */
export function minuteOfDay(time: string): number {
  const { hour, minute } = Temporal.PlainTime.from(time);
  return hour * 60 + minute;
}

/** `HH:MM` of a minute of the day. */
export function timeOfMinute(minute: number): string {
  return new Temporal.PlainTime(Math.floor(minute / 60), minute % 60).toString({
    smallestUnit: "minute",
  });
}
