const words = "(?:(?:thứ|chủ)\\s+\\p{L}+\\s*,?\\s*)?(?:ngày\\s*)?";
/** Between the figures any dash that a keyboard or Word puts there, a stroke, a full stop, a comma, a blank. */
const apart = "\\s*[/.,\\s\\-‐‑‒–—−]\\s*";
const dayFirst = new RegExp(
  `^${words}(\\d{1,2})(?:${apart}|\\s*tháng\\s*)(\\d{1,2})(?:${apart}|\\s*,?\\s*năm\\s*)(\\d{4}|\\d{2})$`,
  "u",
);
const yearFirst = new RegExp(`^(\\d{4})${apart}(\\d{1,2})${apart}(\\d{1,2})$`, "u");
// The keys that a telephone offers for figures may have no stroke.
const together = /^(\d{2})(\d{2})(\d{4})$/;
/** More than anybody needs to write a day. */
const LONGEST = 60;

/**
 * The day a person meant: `2025-07-01` as date pickers send it, or as typed, day first: `1/7/2025`, `01–07–2025`,
 * `1.7.25`, `01072025`, "ngày 1 tháng 7 năm 2025". A year of two figures is one from 1970 to 2069. Without any year,
 * null: which one is meant nobody knows. Null when it is not a day of the calendar.
 */
export function readTypedDate(text: string): Temporal.PlainDate | null {
  const day = readTypedDay(text);
  return day === null ? null : Temporal.PlainDate.from(day);
}

/** The same as text, `2025-07-01`, for the browser, where `Temporal` is not everywhere yet. */
export function readTypedDay(text: string): string | null {
  if (text.length > LONGEST) return null;
  const typed = text.trim().normalize("NFC").toLowerCase();
  const [, day, month, year] = dayFirst.exec(typed) ?? together.exec(typed) ?? [];
  const [, yearBefore, monthBefore, dayBehind] = yearFirst.exec(typed) ?? [];
  return dayOfCalendar(inFull(year ?? yearBefore), month ?? monthBefore, day ?? dayBehind);
}

function inFull(year: string | undefined): string | undefined {
  return year?.length === 2 ? `${Number(year) < 70 ? "20" : "19"}${year}` : year;
}

/** The day as text, `2025-07-01`; null where the calendar has none. */
export function dayOfCalendar(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
): string | null {
  // The database knows no year 0.
  if (!year || !month || !day || year === "0000") return null;
  const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  // A day that the calendar does not have comes out as another one, or as none.
  const moment = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(iso) ? iso : null;
}

/** However a day was typed; what is no day stays as it is, for the act to refuse. */
export function dayOf(typed: unknown): unknown {
  return typeof typed === "string" ? (readTypedDay(typed) ?? typed) : typed;
}
