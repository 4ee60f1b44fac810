import { getLocale } from "#paraglide/runtime.js";

const intlLocale = () => (getLocale() === "en" ? "en-GB" : "vi-VN");

/** Making a writer of dates or numbers costs a hundred times what writing does: each is made once. */
const once = <Writer>(make: (locale: string) => Writer) => {
  const made = new Map<string, Writer>();
  return (): Writer => {
    const locale = intlLocale();
    const writer = made.get(locale) ?? make(locale);
    made.set(locale, writer);
    return writer;
  };
};

// Dates are days of the calendar, not moments: read and written in UTC they cannot slip to the day before.
const dates = (options: Intl.DateTimeFormatOptions) =>
  once((locale) => new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" }));
const spelled = dates({ day: "numeric", month: "long", year: "numeric" });
const weekdays = dates({ weekday: "long" });
const numbers = once((locale) => new Intl.NumberFormat(locale));

const dayOf = (iso: string) => new Date(`${iso.slice(0, 10)}T00:00:00Z`);

/** `2025-07-01` as `01/07/2025`, in both languages. */
export function formatDate(iso: string): string {
  const [year, month, day] = iso.slice(0, 10).split("-");
  return `${day}/${month}/${year}`;
}

/** `2025-07-01` as `ngày 01 tháng 7 năm 2025`, the way a document is dated, or `1 July 2025`. */
export function formatLongDate(iso: string): string {
  if (getLocale() === "en") return spelled().format(dayOf(iso));
  const [year, month, day] = iso.slice(0, 10).split("-");
  // As documents have it: a nought before days under ten and before the first two months, so that nothing is added.
  return `ngày ${day} tháng ${Number(month) < 3 ? month : Number(month)} năm ${year}`;
}

/** The day of the week, as it stands within a sentence: `thứ Ba`, `Chủ nhật`, or `Tuesday`. */
export function formatWeekday(iso: string): string {
  // Days of the week are written as numbers of a row: "thứ Ba", but "Chủ nhật".
  return weekdays().format(dayOf(iso)).replace(/^Thứ/, "thứ").replace("Chủ Nhật", "Chủ nhật");
}

/** `2025-07-01` as `thứ Ba, ngày 01 tháng 7 năm 2025`, or `Tuesday 1 July 2025`. */
export function formatDayInWords(iso: string): string {
  const weekday = formatWeekday(iso);
  return getLocale() === "en" ? `${weekday} ${formatLongDate(iso)}` : `${weekday}, ${formatLongDate(iso)}`;
}

/** A whole number with the separators of the language: `1.448` or `1,448`. */
export const formatNumber = (value: number): string => numbers().format(value);
