/** Wider than this it would not fit a narrow column, and is broken after all. */
const LONGEST_JOINED = 30;
const words = /[\p{L}\p{N}./-]+/gu;

/**
 * The text in parts, each with whether it stays on one line: a name or a symbol with hyphens, "89/HD-MTTQ-BTT". Broken
 * behind its hyphen it is read back from a file without it.
 */
export function joinedWords(text: string): { readonly text: string; readonly joined: boolean }[] {
  if (!text.includes("-")) return [{ text, joined: false }];
  const parts: { text: string; joined: boolean }[] = [];
  let at = 0;
  for (const { 0: word, index } of text.matchAll(words)) {
    if (word.length > LONGEST_JOINED || !hasInnerHyphens(word)) continue;
    if (index > at) parts.push({ text: text.slice(at, index), joined: false });
    parts.push({ text: word, joined: true });
    at = index + word.length;
  }
  return at < text.length ? [...parts, { text: text.slice(at), joined: false }] : parts;
}

function hasInnerHyphens(word: string): boolean {
  const parts = word.split("-");
  return parts.length > 1 && parts.every((part) => part !== "");
}
