import { getLocale } from "#paraglide/runtime.js";
import type { Life } from "../conference.ts";
import { missingWords, type Missing } from "../papers/paper-order.ts";
import { ruleWord } from "#modules/deadline/rule-words.ts";
import type { Side } from "#modules/document/document-model.ts";
import { paperKindWord, type PaperKind } from "#modules/document/paper-kinds.ts";
import { sideWords } from "#modules/document/words.ts";
import { lifeWords } from "../words.ts";

// The module's words in the language of the page.

export * from "./form-words.ts";

export const ruleText = (text: string): string => ruleWord(text, getLocale());
export const lifeText = (life: Life): string => lifeWords[life][getLocale()];
export const missingText = (missing: Missing): string => missingWords[missing][getLocale()];
export const paperKindText = (kind: PaperKind): string => paperKindWord(kind, getLocale());
export const paperSideText = (side: Side): string => sideWords[side][getLocale()];
