import { APOSTROPHES } from "./vietnamese-text.ts";

const collator = new Intl.Collator("vi", { numeric: true });
const APOSTROPHE = new RegExp(`[${APOSTROPHES}]`, "g");
const DASH = /[‐‑‒–—―−]/g;

/** The order of every list of names: letters and tones of the alphabet, numbers by their size; `nameOrder` in the database. */
export function inVietnameseOrder(one: string, other: string): number {
  return collator.compare(plainSigns(one), plainSigns(other));
}

/** Which apostrophe or dash a program wrote does not count; versions of the collation differ on those. */
function plainSigns(name: string): string {
  return name.replace(APOSTROPHE, "'").replace(DASH, "-");
}
