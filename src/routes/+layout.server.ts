import { ask } from "#acts/ask.ts";
import { takeSaid } from "#acts/said/carry.ts";
import { dayInVietnam, systemClock } from "#kernel/clock.ts";
import { firstPostShown } from "#modules/identity/server/index.ts";
import { postInWords } from "#modules/identity/ui/post-in-words.ts";
import { notificationReadings } from "#modules/notification/server/index.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import type { Person } from "#ui/shell.ts";
import { navigationFor } from "./navigation.ts";
import type { LayoutServerLoad } from "./$types";

/** What the shell around every page shows. */
export const load: LayoutServerLoad = async ({ locals, url, cookies, request }) => {
  const [actor, unread] = await Promise.all([shownPerson(locals.actor), unreadBy(locals.actor)]);
  const navigation = navigationFor(locals.actor, url.pathname, unread);
  const said = takeSaid({ cookies, url, request, locals }, locals.preferences.language);
  return { preferences: locals.preferences, actor, navigation, said };
};

async function unreadBy(actor: App.Locals["actor"]): Promise<number> {
  return actor ? ask(notificationReadings.unread, {}, { actor, now: systemClock(), by: "page" }) : 0;
}

async function shownPerson(actor: App.Locals["actor"]): Promise<Person | null> {
  if (actor?.kind !== "person") return null;
  const post = await firstPostShown(currentDatabase().db, actor, dayInVietnam(systemClock()));
  return { id: actor.personId, name: actor.name, post: post ? postInWords(post) : null };
}
