import type { SheetCell } from "#kernel/sheet-cell.ts";
import { m } from "#paraglide/messages.js";
import { getLocale } from "#paraglide/runtime.js";
import { momentText } from "#ui/moment-text.ts";
import type { Notification } from "../notification.ts";
import { notificationInWords } from "../words.ts";

/** How wide each column is, in characters. */
const widths = [20, 100, 18, 14];

/** A person's notifications as a sheet: its heads, and the cells of a line, in the language of the page. */
export function notificationSheet() {
  const heads = [
    m.notification_at(),
    m.notification_words(),
    m.recommendation_code(),
    m.notification_state(),
  ];
  const cells = ({ at, read, details }: Notification): SheetCell[] => [
    momentText(at),
    notificationInWords(details)[getLocale()],
    "code" in details ? (details.code ?? null) : null,
    read ? null : m.notification_unread(),
  ];
  return { name: m.notification_title(), heads, widths, cells };
}
