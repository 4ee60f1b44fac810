import type { SheetCell } from "#kernel/sheet-cell.ts";
import { m } from "#paraglide/messages.js";
import { momentText } from "#ui/moment-text.ts";
import type { Notification } from "../notification.ts";
import { notificationInWords } from "../words.ts";

/** How wide each column is, in characters. */
const widths = [20, 100, 18, 14];

/** A person's notifications as a sheet in one language: its heads, and the cells of a line. */
export function notificationSheet(locale: "vi" | "en") {
  const unread = m.notification_unread({}, { locale });
  const heads = [m.notification_at, m.notification_words, m.recommendation_code, m.notification_state].map(
    (text) => text({}, { locale }),
  );
  const cells = ({ at, read, details }: Notification): SheetCell[] => [
    momentText(at),
    notificationInWords(details)[locale],
    "code" in details ? (details.code ?? null) : null,
    read ? null : unread,
  ];
  return { name: m.notification_title({}, { locale }), heads, widths, cells };
}
