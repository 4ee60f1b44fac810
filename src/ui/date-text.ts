import { getLocale } from "#paraglide/runtime.js";

const numeric = { day: "2-digit", month: "2-digit", year: "numeric" } as const;
const spelled = { day: "numeric", month: "long", year: "numeric" } as const;

const intlLocale = () => (getLocale() === "en" ? "en-GB" : "vi-VN");

// Dates are days of the calendar, not moments: read and written in UTC they cannot slip to the day before.
const write = (iso: string, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(intlLocale(), { ...options, timeZone: "UTC" }).format(
    new Date(`${iso.slice(0, 10)}T00:00:00Z`),
  );

/** `2025-07-01` as `01/07/2025`, in both languages. */
export const formatDate = (iso: string): string => write(iso, numeric);

/** `2025-07-01` as `ngày 01 tháng 7 năm 2025`, the way a document is dated, or `1 July 2025`. */
export function formatLongDate(iso: string): string {
  if (getLocale() === "en") return write(iso, spelled);
  const [year, month, day] = iso.slice(0, 10).split("-");
  // As documents have it: a nought before days under ten and before the first two months, so that nothing is added.
  return `ngày ${day} tháng ${Number(month) < 3 ? month : Number(month)} năm ${year}`;
}

/** `2025-07-01` as `thứ Ba, ngày 01 tháng 7 năm 2025`, or `Tuesday 1 July 2025`. */
export function formatDayInWords(iso: string): string {
  const weekday = write(iso, { weekday: "long" });
  if (getLocale() === "en") return `${weekday} ${formatLongDate(iso)}`;
  // Days of the week are written as numbers of a row: "thứ Ba", but "Chủ nhật".
  return `${weekday.replace(/^Thứ/, "thứ").replace("Chủ Nhật", "Chủ nhật")}, ${formatLongDate(iso)}`;
}

/** A whole number with the separators of the language: `1.448` or `1,448`. */
export const formatNumber = (value: number): string => new Intl.NumberFormat(intlLocale()).format(value);
