import { searchKey } from "#kernel/vietnamese-text.ts";

export type Choice = { readonly code: string; readonly name: string };

const inOrder = (one: number, other: number) => one - other;
const wordsOf = (text: string): string[] => searchKey(text).split(" ").filter(Boolean);

/**
 * The choices that what was typed may mean, the likest first: tone marks, capitals and the order of words do not
 * matter, and the beginning of a word is enough ("dg 3" finds "Thôn Đông Giang 3").
 */
export function choicesLike<C extends Choice>(choices: readonly C[], typed: string): C[] {
  const sought = wordsOf(typed);
  if (sought.length === 0) return [...choices];
  return choices
    .map((choice) => ({ choice, rank: rankOf(choice, typed, sought) }))
    .filter(({ rank }) => rank < NO_MATCH)
    .toSorted((one, other) => inOrder(one.rank, other.rank))
    .map(({ choice }) => choice);
}

/**
 * The one choice that is meant: by its code, by its whole name, or because nothing else is like it. What was typed
 * itself where there is nothing to choose from; null where it may mean several, or none.
 */
export function choiceMeant(choices: readonly Choice[], typed: string): string | null {
  const folded = searchKey(typed);
  if (folded === "" || choices.length === 0) return typed.trim() || null;
  const named = choices.filter(({ code, name }) => [code, name].some((each) => searchKey(each) === folded));
  const meant = named.length > 0 ? named : choicesLike(choices, typed);
  return meant.length === 1 ? meant[0]!.code : null;
}

const NO_MATCH = 4;

function rankOf({ code, name }: Choice, typed: string, sought: readonly string[]): number {
  const folded = searchKey(typed);
  if (searchKey(name) === folded || searchKey(code) === folded) return 0;
  if (searchKey(name).startsWith(folded)) return 1;
  const words = [...wordsOf(name), ...wordsOf(code)];
  const initials = words.map((word) => word[0]).join("");
  if (sought.every((part) => words.includes(part))) return 2;
  const begun = sought.every(
    (part) => words.some((word) => word.startsWith(part)) || (part.length > 1 && initials.includes(part)),
  );
  return begun ? 3 : NO_MATCH;
}
