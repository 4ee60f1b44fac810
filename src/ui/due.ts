import { m } from "#paraglide/messages.js";
import { formatNumber } from "./date-text.ts";
import type { TagKind } from "./tag.ts";

/** From this many days on a date is near enough to warn of. */
const near = 3;

/** Days left until a date, said in words, and how pressing that is. Negative days have passed. */
export function dueInWords(daysLeft: number): { kind: TagKind; label: string } {
  if (daysLeft < 0) return { kind: "danger", label: m.due_overdue({ count: formatNumber(-daysLeft) }) };
  if (daysLeft === 0) return { kind: "warning", label: m.due_today() };
  return {
    kind: daysLeft <= near ? "warning" : "waiting",
    label: m.due_left({ count: formatNumber(daysLeft) }),
  };
}
