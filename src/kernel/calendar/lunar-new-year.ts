import { daysAfter } from "../day-arithmetic.ts";

/** How many days after 20 January the lunar new year of each year from 1990 to 2100 is, one sign of base 36 each. */
const daysAfterJanuary20 =
  "7qf3lbui8rg4nc2k9si6pe3lbuj8rg5nc2l9sh6od3mbuj8qf4nc2lash6pd3mctj8qf4nd1k9sg6pe3mbui7qg4nd2k9sh6pe4lati7qg5nc1k";
const firstYear = 1990;

/**
 * The first day of Tết, `YYYY-MM-DD`; null for a year that the table has not. A test holds it to the calendar of holidays,
 * which is too large for a browser.
 */
export function lunarNewYear(year: number): string | null {
  const days = daysAfterJanuary20[year - firstYear];
  return days === undefined ? null : daysAfter(`${year}-01-20`, Number.parseInt(days, 36));
}
