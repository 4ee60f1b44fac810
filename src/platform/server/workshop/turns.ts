/** Work that waits or is being done, as far as it is known before; milliseconds. */
export type Queue = {
  /** How many works are done at once. */
  readonly processes: number;
  /** How long each of those that wait is expected to take. */
  readonly waiting: readonly number[];
  readonly running: readonly { readonly expected: number; readonly since: number }[];
};

/** How long somebody waits at most for the turn of a file, and how many wait at most. */
export type Patience = { readonly waits: number; readonly most: number };

/** Milliseconds until somebody who comes now has their turn, as far as can be known. */
export function waitIn({ processes, waiting, running }: Queue, now: number): number {
  if (waiting.length === 0 && running.length < processes) return 0;
  const left = running.map(({ expected, since }) => Math.max(0, since + expected - now));
  return [...waiting, ...left].reduce((sum, each) => sum + each, 0) / processes;
}

const soonest = 5;
const latest = 120;

/** In how many seconds to come again, where a turn cannot come in time; null where it can. */
export function comeAgainIn(queue: Queue, { waits, most }: Patience, now: number): number | null {
  const wait = waitIn(queue, now);
  if (wait <= waits && queue.waiting.length < most) return null;
  // By then half of what is waited for is done, or as much as is too much.
  const seconds = Math.ceil(Math.max(wait / 2, wait - waits) / 1000);
  return Math.min(latest, Math.max(soonest, seconds));
}

/** How much of what was known of a pace the latest work changes. */
const weight = 0.2;
const smallest = 1000;

/** How long a thousand units of work take, after one work of so many units took so long; milliseconds. */
export function paceAfter(pace: number, units: number, took: number): number {
  const seen = (took * 1000) / Math.max(smallest, units);
  return pace * (1 - weight) + seen * weight;
}

export function expectedFor(pace: number, units: number): number {
  return (pace * Math.max(smallest, units)) / 1000;
}
