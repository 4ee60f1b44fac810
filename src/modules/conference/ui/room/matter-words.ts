import { fieldWord } from "#modules/recommendation/field-words.ts";
import type { Kind, Naming } from "#modules/recommendation/matter.ts";
import type { Ruling } from "#modules/recommendation/status-transitions.ts";
import { kindWords, namingWords, rulingWords } from "#modules/recommendation/words.ts";
import { getLocale } from "#paraglide/runtime.js";

// The words of recommendations in the language of the page.

export const fieldText = (name: string): string => fieldWord(name, getLocale());
export const kindText = (kind: Kind): string => kindWords[kind][getLocale()];
export const namingText = (naming: Naming): string => namingWords[naming][getLocale()];
export const rulingText = (ruling: Ruling): string => rulingWords[ruling][getLocale()];
