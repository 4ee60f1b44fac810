const apart = /^(\d{1,2})\s*[/.,\s-]\s*(\d{1,2})\s*[/.,\s-]\s*(\d{4})$/;
// The keys that a telephone offers for figures may have no stroke.
const together = /^(\d{2})(\d{2})(\d{4})$/;

/**
 * The day a person meant: `2025-07-01` as date pickers send it, or `1/7/2025`, `01-07-2025`, `1.7.2025`, `01072025` as
 * typed, day first, the year in full. Null when it is not a day of the calendar.
 */
export function readTypedDate(text: string): Temporal.PlainDate | null {
  const typed = apart.exec(text.trim()) ?? together.exec(text.trim());
  const iso = typed ? `${typed[3]}-${typed[2]!.padStart(2, "0")}-${typed[1]!.padStart(2, "0")}` : text.trim();
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return null;
  try {
    return Temporal.PlainDate.from(iso, { overflow: "reject" });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
