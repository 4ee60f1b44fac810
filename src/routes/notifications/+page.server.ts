import { formAction } from "#acts/form-action.ts";
import { markRead, notificationReadings } from "#modules/notification/server/index.ts";
import { asking } from "../asking.ts";
import { pageIn } from "../whole-in.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { ask } = asking(event);
  const [{ lines, ...list }, unread] = await Promise.all([
    ask(notificationReadings.list, { page: pageIn(event.url) }),
    ask(notificationReadings.unread, {}),
  ]);
  return { ...list, notifications: lines, unread };
};

export const actions: Actions = { read: formAction(markRead) };
