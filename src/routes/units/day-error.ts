import { m } from "#paraglide/messages.js";
import { formatDate } from "#ui/date-text.ts";

/** What is said of a day in the address that is none; of one that lacks its year, which was understood. */
export function dayError({ wrong, meant }: { wrong: string | null; meant: string | null }) {
  if (wrong === null) return undefined;
  return meant ? m.unit_day_meant({ day: formatDate(meant) }) : m.unit_day_wrong({ typed: wrong });
}
