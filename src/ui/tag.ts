import type { IconName } from "./icons/names.ts";

/** What a status means for the one who reads it; a module maps its own statuses to these. */
export type TagKind = "waiting" | "active" | "scheduled" | "success" | "warning" | "danger" | "ended";

export const tagIcons = {
  waiting: "circle-dashed",
  active: "circle-dot",
  scheduled: "calendar-clock",
  success: "circle-check",
  warning: "circle-alert",
  danger: "circle-alert",
  ended: "ban",
} satisfies Record<TagKind, IconName>;

export const tagLooks: Record<TagKind, string> = {
  waiting: "bg-sunken text-ink",
  active: "bg-info-soft text-info",
  scheduled: "bg-accent-soft text-accent",
  success: "bg-success-soft text-success",
  warning: "bg-warning-soft text-warning",
  danger: "bg-danger-soft text-danger",
  ended: "bg-sunken text-ink-soft",
};
