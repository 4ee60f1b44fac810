import Ban from "@lucide/svelte/icons/ban";
import CalendarClock from "@lucide/svelte/icons/calendar-clock";
import CircleAlert from "@lucide/svelte/icons/circle-alert";
import CircleCheck from "@lucide/svelte/icons/circle-check";
import CircleDashed from "@lucide/svelte/icons/circle-dashed";
import CircleDot from "@lucide/svelte/icons/circle-dot";

/** What a status means for the one who reads it; a module maps its own statuses to these. */
export type TagKind = "waiting" | "active" | "scheduled" | "success" | "warning" | "danger" | "ended";

export const tagIcons = {
  waiting: CircleDashed,
  active: CircleDot,
  scheduled: CalendarClock,
  success: CircleCheck,
  warning: CircleAlert,
  danger: CircleAlert,
  ended: Ban,
} satisfies Record<TagKind, unknown>;

export const tagLooks: Record<TagKind, string> = {
  waiting: "bg-sunken text-ink",
  active: "bg-info-soft text-info",
  scheduled: "bg-accent-soft text-accent",
  success: "bg-success-soft text-success",
  warning: "bg-warning-soft text-warning",
  danger: "bg-danger-soft text-danger",
  ended: "bg-sunken text-ink-soft",
};
