import { getLocale } from "#paraglide/runtime.js";
import type { Side } from "../document-model.ts";
import { paperKindWord, type PaperKind } from "../paper-kinds.ts";
import { sideWords } from "../words.ts";

// The module's words in the language of the page.

export const sideText = (side: Side): string => sideWords[side][getLocale()];
export const kindText = (kind: PaperKind): string => paperKindWord(kind, getLocale());
