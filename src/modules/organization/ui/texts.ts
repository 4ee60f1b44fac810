import type { Capacity } from "#kernel/actor.ts";
import { capitalised, searchKey } from "#kernel/vietnamese-text.ts";
import { getLocale } from "#paraglide/runtime.js";
import type { SuccessionKind } from "../unit.ts";
import { capacityWord, lifetime, successionWord, unitKindWord } from "../words.ts";

// The module's words in the language of the page.

export const kindText = (kind: string): string => unitKindWord(kind, getLocale());
/** The unit's own type, "Phường", where it is known; otherwise its kind. */
export const typeText = ({ kind, subtype }: { kind: string; subtype: string | null }): string =>
  subtype && getLocale() === "vi" ? capitalised(subtype) : kindText(kind);
export const successionText = (kind: SuccessionKind): string => successionWord(kind, getLocale());
export const capacityText = (capacity: Capacity, acting = false, unitName: string | null = null): string =>
  capacityWord(capacity, getLocale(), acting, unitName);
/** The unit of a post with the one above where its own name says too little: "Khu 1, Phường Ninh Dương". */
export const unitOfPost = ({ unitName, within }: { unitName: string; within: string | null }): string =>
  within && !searchKey(unitName).includes(searchKey(within)) ? `${unitName}, ${within}` : unitName;
export const lifetimeText = (period: { fromOn: string; untilOn: string }): string =>
  lifetime(period, getLocale());
