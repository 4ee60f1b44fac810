import { ask } from "#acts/ask.ts";
import { takeSaid } from "#acts/said/carry.ts";
import type { Actor } from "#kernel/actor.ts";
import { systemClock } from "#kernel/clock.ts";
import { accountReadings } from "#modules/identity/server/index.ts";
import { postInWords } from "#modules/identity/ui/post-in-words.ts";
import { notificationReadings } from "#modules/notification/server/index.ts";
import type { AskRequest } from "#platform/server/reading/ask.ts";
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

const onPage = (actor: Actor): AskRequest => ({ actor, now: systemClock(), by: "page" });

async function unreadBy(actor: App.Locals["actor"]): Promise<number> {
  return actor ? ask(notificationReadings.unread, {}, onPage(actor)) : 0;
}

async function shownPerson(actor: App.Locals["actor"]): Promise<Person | null> {
  if (actor?.kind !== "person") return null;
  const post = await ask(accountReadings.firstPost, {}, onPage(actor));
  return { id: actor.personId, name: actor.name, post: post ? postInWords(post) : null };
}
