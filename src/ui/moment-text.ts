import { VIETNAM } from "#kernel/clock.ts";

// Written in the browser too, where `Temporal` is not everywhere yet.
const written = new Intl.DateTimeFormat("en-GB", {
  timeZone: VIETNAM,
  dateStyle: "short",
  timeStyle: "short",
});

/** An instant as the day and hour in Việt Nam: `02/03/2026, 12:05`. */
export const momentText = (instant: string): string => written.format(new Date(instant));
