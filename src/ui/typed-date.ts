const apart = /^(\d{1,2})\s*[/.,\s-]\s*(\d{1,2})\s*[/.,\s-]\s*(\d{4})$/;
// The keys that a telephone offers for figures may have no stroke.
const together = /^(\d{2})(\d{2})(\d{4})$/;

/**
 * The day a person meant: `2025-07-01` as date pickers send it, or `1/7/2025`, `01-07-2025`, `1.7.2025`, `01072025` as
 * typed, day first, the year in full. Null when it is not a day of the calendar.
 */
export function readTypedDate(text: string): Temporal.PlainDate | null {
  const day = readTypedDay(text);
  return day === null ? null : Temporal.PlainDate.from(day);
}

/** The same as text, `2025-07-01`, for the browser, where `Temporal` is not everywhere yet. */
export function readTypedDay(text: string): string | null {
  const typed = apart.exec(text.trim()) ?? together.exec(text.trim());
  const iso = typed ? `${typed[3]}-${typed[2]!.padStart(2, "0")}-${typed[1]!.padStart(2, "0")}` : text.trim();
  // The database knows no year 0.
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso) || iso.startsWith("0000")) return null;
  // A day that the calendar does not have comes out as another one, or as none.
  const moment = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(iso) ? iso : null;
}
