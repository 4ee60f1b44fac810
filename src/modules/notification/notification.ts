import { withoutPersons } from "#kernel/masking/person-in-text.ts";
import type { ToldDetails } from "#modules/recommendation/moves/told.ts";
import type { Move } from "#modules/recommendation/status-transitions.ts";
import { conferenceHref, draftHref, type ConferenceDetails, type DraftDetails } from "./conference-news.ts";
import { offersHref, type OfferDetails } from "./offer-words.ts";
import type { PlanReminderKind } from "./plan-reminder.ts";
import type { ReminderKind } from "./reminder-today.ts";

/** A roadmap's end, a hindrance to look at again, an answer promised with the ruling and assigned to nobody. */
export type WaitsFor = "scheduled" | "blocked" | "promised";

/** A step that was entered by mistake, its day, and whether the one who is told has nothing to do with the matter any more. */
export type Annulled = { readonly move: Move; readonly on: string; readonly noLonger?: true };

/** What is kept of a word to a person. Never the text of a matter: that may have to be put out of sight. */
export type NotificationDetails = ToldDetails & {
  readonly move?: Move;
  /** Set where a step was annulled. */
  readonly annulled?: Annulled;
  readonly reminder?: ReminderKind;
  /** Set where the office is told because the leading agency has nobody who could be. */
  readonly unmanned?: true;
  /** Set where what was put out of sight waits for a reviewer, and nobody is one there or above. */
  readonly unreviewed?: { readonly unit: string; readonly unitName: string };
  /** What the day of a matter is that no agency keeps; then `due` is that day. */
  readonly waits?: WaitsFor;
  /** Set when the matter is out of sight by now; then nothing else but its code is told. */
  readonly hidden?: "held" | "routed_out";
  /** Who asked after it, where somebody did; else the reminder came by itself. */
  readonly remindedBy?: string;
  /** Calendar days to the date when the word was given; negative once it has passed. */
  readonly days?: number;
};

/** What is kept of a word about the planned conferences of a quarter. */
export type PlanDetails = {
  /** Id of the plan. */
  readonly plan: string;
  /** The unit that is to hold them, by its code and its name at that time. */
  readonly unit: string;
  readonly unitName: string;
  readonly year: number;
  readonly quarter: number;
  readonly quarterReminder: PlanReminderKind;
  /** Planned conferences neither held nor prepared; once the quarter is over, those not held. */
  readonly missing: number;
};

export type Told = NotificationDetails | PlanDetails | ConferenceDetails | DraftDetails | OfferDetails;

/** Where a word leads: to its matter, its plan, its conference; null where it tells of something that one has no more. */
export function hrefOf(details: Told): string | null {
  if ("news" in details) return conferenceHref(details);
  if ("draft" in details) return draftHref(details);
  if ("plan" in details) return planHref(details);
  if ("offer" in details) return offersHref;
  if (details.unreviewed) return `/units/${encodeURIComponent(details.unreviewed.unit)}`;
  return details.annulled?.noLonger ? null : `/recommendations/${encodeURIComponent(details.code)}`;
}

/** To the plan against what was held of it. */
function planHref({ unit, year, quarter }: PlanDetails): string {
  return `/plans/against?${new URLSearchParams({ unit, year: String(year), quarter: String(quarter) })}`;
}

export type Notification = {
  readonly id: string;
  readonly kind: "moved" | "reminder";
  readonly details: Told;
  /** Instant, ISO 8601. */
  readonly at: string;
  readonly read: boolean;
};

/**
 * What may still be told when the matter has been put out of sight since: neither its agency nor its date; and never the
 * names of those who are not to be named.
 */
export function inSight(
  details: Told,
  hidden: NotificationDetails["hidden"] | null,
  namesWithheld: readonly string[] | null,
): Told {
  if (!("code" in details)) return details;
  // That nobody reviews it says nothing of the matter.
  if (hidden && "unreviewed" in details && details.unreviewed) return details;
  if (hidden) return { code: details.code, side: details.side, hidden };
  if (!("reason" in details) || !details.reason) return details;
  return { ...details, reason: withoutPersons(details.reason, namesWithheld ?? []) } as Told;
}
