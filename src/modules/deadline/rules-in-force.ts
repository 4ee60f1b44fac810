import type { IsoDate } from "#kernel/calendar.ts";
import type { DeadlineRule } from "./rule.ts";

export type Place = {
  /** The unit concerned and all its superiors, as they stood at the event. */
  readonly territories: readonly string[];
  /** Kind of the unit that holds the conference or keeps the matter. */
  readonly unitKind: string;
};

/** Whether a rule binds a unit on a day: valid then, in its territory, for its kind of unit. */
export function isInForce(rule: DeadlineRule, on: IsoDate, place: Place): boolean {
  if (on < rule.validFrom) return false;
  if (rule.validUntil !== null && on > rule.validUntil) return false;
  if (rule.territory !== null && !place.territories.includes(rule.territory)) return false;
  return rule.unitKinds === null || rule.unitKinds.includes(place.unitKind);
}
