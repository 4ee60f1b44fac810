import { isSought, soughtWords } from "#kernel/sought-words.ts";
import { searchKey } from "#kernel/vietnamese-text.ts";

// Where the units to choose from are many they are not sent with the page: one types the name or the code of one.

type Unit = { readonly code: string; readonly name: string };

/** How a unit that was chosen stands in its field: names repeat, codes do not. */
export const asTyped = ({ code, name }: Unit): string => `${name} (${code})`;

/** The code at the end of what was typed, where it is written as `asTyped` writes it; otherwise the whole of it. */
export const codeIn = (typed: string): string => /\(([^()\s]+)\)$/.exec(typed)?.[1] ?? typed;

/**
 * The units that may be meant: the one whose name it is, with or without tone marks; all of that name; or those in whose
 * name or code each word of it is found. Linear in what is typed.
 */
export function meantBy<One extends Unit>(typed: string, units: readonly One[]): readonly One[] {
  const words = soughtWords(typed);
  if (words.length === 0) return [];
  const key = searchKey(typed);
  const named = units.filter(({ name }) => searchKey(name) === key);
  if (named.length > 0) return named;
  return units.filter((unit) => isSought(searchKey(asTyped(unit)), words));
}
