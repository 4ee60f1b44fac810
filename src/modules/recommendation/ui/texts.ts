import { m } from "#paraglide/messages.js";
import { getLocale } from "#paraglide/runtime.js";
import type { TagKind } from "#ui/tag.ts";
import { ruleWord } from "#modules/deadline/rule-words.ts";
import { capacityWord } from "#modules/organization/words.ts";
import type { EventLine, Hidden } from "../server/index.ts";
import type { Move, Outcome } from "../status-transitions.ts";
import { moveWords } from "../moves/move-rows.ts";
import { outcomeWords } from "../words.ts";
import { isFromAbove, stepsFromAbove } from "../words-from-above.ts";

// The module's words in the language of the page.

export * from "./matter-words.ts";

export const moveText = (move: Move): string => moveWords[move][getLocale()];
/** What a step of a history is called. */
export const stepText = (step: Pick<EventLine, "act" | "reason" | "text">): string =>
  (isFromAbove(step) && stepsFromAbove[step.act]?.[getLocale()]) || moveText(step.act);
export const changeText = (change: Move | "annul" | "correct"): string => {
  if (change === "annul") return m.recommendation_changed_annulled();
  return change === "correct" ? m.recommendation_corrected() : moveText(change);
};
export const outcomeText = (outcome: Outcome): string => outcomeWords[outcome][getLocale()];
export const ruleText = (text: string): string => ruleWord(text, getLocale());

/** "Bà Thử, Văn phòng, thư ký · Xã An": who wrote a fact down, in the post held then. */
export function recorderText({ personName, post }: Pick<EventLine, "personName" | "post">): string | null {
  if (!personName) return null;
  if (!post) return personName;
  const title = post.title ?? capacityWord(post.capacity, getLocale(), post.acting, post.unitName);
  return `${personName}, ${title} · ${post.unitName}`;
}

export const hiddenKind = (hidden: Hidden): TagKind => (hidden === "held" ? "warning" : "ended");
