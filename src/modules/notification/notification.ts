import type { Move } from "#modules/recommendation/status-transitions.ts";
import type { ReminderKind } from "./reminder-today.ts";
import type { Side } from "./telling.ts";

/** What is kept of a word to a person. Never the text of a matter: that may have to be put out of sight. */
export type NotificationDetails = {
  readonly code: string;
  /** As whose person they are told. */
  readonly side: Side;
  /** The leading agency by its name at that time. */
  readonly agency?: string;
  readonly due?: string;
  readonly move?: Move;
  readonly reminder?: ReminderKind;
  /** Set when the matter is out of sight by now; then nothing else but its code is told. */
  readonly hidden?: "held" | "routed_out";
  /** Calendar days to the date when the word was given; negative once it has passed. */
  readonly days?: number;
};

export type Notification = {
  readonly id: string;
  readonly kind: "moved" | "reminder";
  readonly details: NotificationDetails;
  /** Instant, ISO 8601. */
  readonly at: string;
  readonly read: boolean;
};

/** What may still be told when the matter has been put out of sight since: neither its agency nor its date. */
export function inSight(
  details: NotificationDetails,
  hidden: NotificationDetails["hidden"] | null,
): NotificationDetails {
  return hidden ? { code: details.code, side: details.side, hidden } : details;
}
