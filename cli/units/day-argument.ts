import { dayInVietnam, systemClock } from "#kernel/clock.ts";
import { isRealDay } from "#kernel/input.ts";
import { UsageError } from "../command.ts";

/** The day given on the command line, or today in Việt Nam. */
export function dayArgument(on: string | undefined): string {
  if (on === undefined) return dayInVietnam(systemClock());
  if (!isRealDay(on)) throw new UsageError(`“${on}” không phải một ngày.\n“${on}” is not a day.`);
  return on;
}
