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
