import { composed } from "#kernel/vietnamese-text.ts";
import { withoutNames } from "./name-in-text.ts";
import { withoutNumbers } from "./numbers-in-text.ts";
import { withoutPlaces } from "./places-in-text.ts";
import { withoutUnknownNames } from "./unknown-names.ts";

/**
 * A text as it may be posted: without the given names, and without what looks like a name, a number, an address or
 * somebody's health. It is proposed: a person reads it before it is posted.
 */
export function masked(text: string, names: readonly string[]): string {
  const plain = withoutNumbers(withoutPlaces(composed(text)));
  return withoutUnknownNames(withoutNames(plain, names));
}
