/** Failures of one name that pass without a wait; a tired person needs three. */
const free = 5;
const longestMinutes = 60;

/** Failures older than this count no more. */
export const FORGOTTEN_AFTER = Temporal.Duration.from({ hours: 24 });

/** How many minutes a name must wait after so many failures in a row: 1, 2, 4 … up to an hour. */
export function minutesToWait(failures: number): number {
  if (failures < free) return 0;
  return Math.min(2 ** (failures - free), longestMinutes);
}
