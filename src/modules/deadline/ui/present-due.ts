import type { IsoDate } from "#kernel/calendar.ts";
import type { MatterClock, MatterClocks } from "../server/index.ts";

/** The date to which a clock was extended; an extension of the reply holds against every term for the reply. */
export function extendedDue(clock: MatterClock, dates: MatterClocks["dates"]): IsoDate | null {
  const isExtended = clock.purpose === "written_reply" && !clock.ineffective && dates.extensions.length > 0;
  return isExtended ? dates.dueOn : null;
}
