import { expect } from "vitest";

/**
 * Says that a piece of work takes no more than linear time: eight times as much to do may take thirty times as long,
 * where a square would take sixty-four. Processor time, the best of a few, so that a busy machine does not matter; what is
 * over in a few milliseconds is fast enough whatever it is.
 */
export async function expectLinear(
  what: string,
  size: number,
  work: (size: number) => unknown,
): Promise<void> {
  const small = Math.max(await best(() => work(size)), 2);
  const large = await best(() => work(8 * size), 30 * small);
  expect(large / small, `${what}: ${small} ms, then ${large} ms`).toBeLessThan(30);
}

/** Processor milliseconds; no more attempts once one was good enough. */
async function best(work: () => unknown, enough = 0): Promise<number> {
  let least = Infinity;
  for (let attempt = 0; attempt < 3 && least > enough; attempt += 1) {
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}
