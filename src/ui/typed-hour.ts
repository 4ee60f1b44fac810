import { composed } from "#kernel/vietnamese-text.ts";

const withMinutes = /^(\d{1,2})\s*(?:[:.hg]|giờ)\s*(\d{2})\s*(?:phút|ph|p)?$/u;
const full = /^(\d{1,2})\s*(?:h|g|giờ)$/u;
const half = /^(\d{1,2})\s*(?:h|g|giờ)\s*rưỡi$/u;

/**
 * The hour a person meant, `HH:MM`: `7:30` and `07.30`, `7h30`, `7 giờ 30 phút`, `14h`, `7 giờ rưỡi`. Null when it is no
 * hour of a day.
 */
export function readTypedHour(text: string): string | null {
  const typed = composed(text.trim()).toLocaleLowerCase("vi");
  const [, hour, minute] = withMinutes.exec(typed) ?? full.exec(typed) ?? half.exec(typed) ?? [];
  if (hour === undefined) return null;
  const minutes = minute ?? (half.test(typed) ? "30" : "00");
  return Number(hour) < 24 && Number(minutes) < 60 ? `${hour.padStart(2, "0")}:${minutes}` : null;
}
