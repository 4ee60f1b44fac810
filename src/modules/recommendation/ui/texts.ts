import { m } from "#paraglide/messages.js";
import { getLocale } from "#paraglide/runtime.js";
import type { TagKind } from "#ui/tag.ts";
import { ruleWord } from "#modules/deadline/rule-words.ts";
import { capacityWord } from "#modules/organization/words.ts";
import type { Channel, Kind, Naming, ReportClass } from "../matter.ts";
import type { EventLine, Hidden } from "../server/index.ts";
import type { Confirmer, Move, Outcome, Ruling, Status } from "../status-transitions.ts";
import { fieldWord } from "../field-words.ts";
import { moveWords } from "../moves/move-rows.ts";
import {
  channelWords,
  classWords,
  confirmerWords,
  kindWords,
  namingWords,
  outcomeWords,
  rulingWords,
  statusWords,
} from "../words.ts";
import { isFromAbove, stepsFromAbove } from "../words-from-above.ts";

// The module's words in the language of the page.

export const moveText = (move: Move): string => moveWords[move][getLocale()];
/** What a step of a history is called. */
export const stepText = (step: Pick<EventLine, "act" | "reason" | "text">): string =>
  (isFromAbove(step) && stepsFromAbove[step.act]?.[getLocale()]) || moveText(step.act);
export const changeText = (change: Move | "annul" | "correct"): string => {
  if (change === "annul") return m.recommendation_changed_annulled();
  return change === "correct" ? m.recommendation_corrected() : moveText(change);
};
export const statusText = (status: Status): string => statusWords[status][getLocale()];
export const classText = (reportClass: ReportClass): string => classWords[reportClass][getLocale()];
export const rulingText = (ruling: Ruling): string => rulingWords[ruling][getLocale()];
export const outcomeText = (outcome: Outcome): string => outcomeWords[outcome][getLocale()];
export const confirmerText = (confirmer: Confirmer): string => confirmerWords[confirmer][getLocale()];
export const kindText = (kind: Kind): string => kindWords[kind][getLocale()];
export const channelText = (channel: Channel): string => channelWords[channel][getLocale()];
export const ruleText = (text: string): string => ruleWord(text, getLocale());
export const fieldText = (name: string): string => fieldWord(name, getLocale());
export const namingText = (naming: Naming): string => namingWords[naming][getLocale()];

/** "Bà Thử, Văn phòng, thư ký · Xã An": who wrote a fact down, in the post held then. */
export function recorderText({ personName, post }: Pick<EventLine, "personName" | "post">): string | null {
  if (!personName) return null;
  if (!post) return personName;
  const title = post.title ?? capacityWord(post.capacity, getLocale(), post.acting, post.unitName);
  return `${personName}, ${title} · ${post.unitName}`;
}

const statusKinds: Record<Status, TagKind> = {
  awaiting_ruling: "waiting",
  awaiting_assignment: "waiting",
  in_hand: "active",
  scheduled: "scheduled",
  blocked: "warning",
  passed_up: "scheduled",
  answered_in_room: "success",
  noted: "success",
  answered: "success",
  closed: "success",
  merged: "ended",
  routed_out: "ended",
  rejected: "ended",
};

export const statusKind = (status: Status): TagKind => statusKinds[status];
export const hiddenKind = (hidden: Hidden): TagKind => (hidden === "held" ? "warning" : "ended");
