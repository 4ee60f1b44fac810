import { withoutNames } from "./name-in-text.ts";
import { withoutTelephones } from "./numbers-in-text.ts";

/**
 * A text without those who are not to be named: neither their names nor a telephone, by which one is known as well. With
 * no name to leave out it is the text itself.
 */
export function withoutPersons(text: string, names: readonly string[]): string {
  return names.length === 0 ? text : withoutTelephones(withoutNames(text, names));
}
