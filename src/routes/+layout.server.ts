import { dayInVietnam, systemClock } from "#kernel/clock.ts";
import { postsShown } from "#modules/identity/server/index.ts";
import { postInWords } from "#modules/identity/ui/post-in-words.ts";
import { unreadCount } from "#modules/notification/server/index.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import type { Person } from "#ui/shell.ts";
import { navigationFor } from "./navigation.ts";
import type { LayoutServerLoad } from "./$types";

/** What the shell around every page shows. */
export const load: LayoutServerLoad = async ({ locals, url }) => ({
  preferences: locals.preferences,
  actor: await shownPerson(locals.actor),
  navigation: navigationFor(locals.actor, url.pathname, await unreadBy(locals.actor)),
});

async function unreadBy(actor: App.Locals["actor"]): Promise<number> {
  return actor?.kind === "person" ? unreadCount(currentDatabase().db, actor.personId) : 0;
}

async function shownPerson(actor: App.Locals["actor"]): Promise<Person | null> {
  if (actor?.kind !== "person") return null;
  const [first] = actor.posts;
  const posts = first ? await postsShown(currentDatabase().db, [first.id], dayInVietnam(systemClock())) : [];
  return { name: actor.name, post: posts[0] ? postInWords(posts[0]) : null };
}
