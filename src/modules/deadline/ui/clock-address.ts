import type { MatterClock } from "../server/index.ts";

/**
 * The page that explains a clock: of several for one duty the one that binds first has the plain address. Null
 * for a date set by hand beside a rule that binds as early: there is nothing to count.
 */
export function clockAddress(
  code: string,
  clock: MatterClock,
  clocks: readonly MatterClock[],
): string | null {
  const page = `/recommendations/${encodeURIComponent(code)}/deadlines/${clock.purpose}`;
  const deciding = clocks.find(({ purpose, ineffective }) => purpose === clock.purpose && !ineffective);
  if (clock.rule?.code === deciding?.rule?.code) return page;
  return clock.rule ? `${page}?rule=${encodeURIComponent(clock.rule.code)}` : null;
}
