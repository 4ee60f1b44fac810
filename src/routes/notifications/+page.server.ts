import { personIdOf } from "#kernel/actor.ts";
import { formAction } from "#acts/form-action.ts";
import { markRead, notificationsOf, unreadCount } from "#modules/notification/server/index.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { signedIn } from "../units/signed-in.ts";
import { pageNumber } from "../administration/page-number.ts";
import type { Actions, PageServerLoad } from "./$types";

const pageSize = 30;

export const load: PageServerLoad = async (event) => {
  const { actor } = signedIn(event);
  const page = pageNumber(event.url);
  const { db } = currentDatabase();
  const personId = personIdOf(actor);
  const found = personId ? await notificationsOf(db, personId, pageSize + 1, (page - 1) * pageSize) : [];
  return {
    page,
    more: found.length > pageSize,
    notifications: found.slice(0, pageSize),
    unread: personId ? await unreadCount(db, personId) : 0,
  };
};

export const actions: Actions = { read: formAction(markRead) };
