import { getLocale } from "#paraglide/runtime.js";

/** `2026-02` as `tháng 2 năm 2026` or `February 2026`. */
export function formatMonth(month: string): string {
  const locale = getLocale() === "en" ? "en-GB" : "vi-VN";
  const options = { month: "long", year: "numeric", timeZone: "UTC" } as const;
  return new Intl.DateTimeFormat(locale, options).format(new Date(`${month}-01T00:00:00Z`));
}
