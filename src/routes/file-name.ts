import { foldTone } from "#kernel/vietnamese-text.ts";

/** The name under which a file is saved: Vietnamese words without marks, so that every machine and every mail takes it. */
export function fileName(words: readonly (string | number | null)[], ending: string): string {
  const plain = words.map((word) => foldTone(String(word ?? "")).replace(/[^a-z\d]+/g, "-"));
  const joined = plain.join("-").replace(/-{2,}/g, "-").replace(/^-|-$/g, "");
  return `${joined}.${ending}`;
}
