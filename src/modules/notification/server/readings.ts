import { personIdOf } from "#kernel/actor.ts";
import { optionalWholeNumber } from "#kernel/input.ts";
import { reading } from "#platform/server/reading/reading.ts";
import { z } from "zod";
import { notificationSheet } from "../ui/notification-sheet.ts";
import { notificationsOf, unreadCount } from "./notifications-of.ts";

const A_PAGE = 30;

/** As many as are read at once for a file. */
const PART = 500;

const list = reading({
  name: "notifications.list",
  title: { vi: "Thông báo gửi mình", en: "One's own notifications, the unread first, then the newest" },
  query: z.strictObject({ page: optionalWholeNumber(1, 100_000), size: optionalWholeNumber(1, PART) }),
  may: "own",
  async read({ db, actor, query: { page = 1, size = A_PAGE } }) {
    const person = personIdOf(actor);
    const found = person ? await notificationsOf(db, person, size + 1, (page - 1) * size) : [];
    return { lines: found.slice(0, size), page, more: found.length > size };
  },
  file: {
    called: () => ["Thông báo"],
    sheet: notificationSheet,
    lines: ({ lines }) => lines,
    part: { size: PART },
    following: ({ more, page }, query) => (more ? { ...query, page: page + 1 } : null),
  },
});

/** How many notifications the asker has not read; the head of every page says it. */
const unread = reading({
  name: "notifications.unread",
  title: { vi: "Số thông báo mình chưa đọc", en: "How many notifications one has not read" },
  query: z.strictObject({}),
  may: "own",
  onLeanConnections: true,
  async read({ db, actor }) {
    const person = personIdOf(actor);
    return person ? unreadCount(db, person) : 0;
  },
});

/** Everything that can be asked of notifications: a person's own. */
export const notificationReadings = { list, unread };
