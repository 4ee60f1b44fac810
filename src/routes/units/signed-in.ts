import { redirect } from "@sveltejs/kit";
import type { Actor } from "#kernel/actor.ts";
import { dayInVietnam, systemClock } from "#kernel/clock.ts";

type Event = { locals: App.Locals; url: URL };

/** Who reads the page, and the day it is in Việt Nam; whoever is not signed in is sent there and brought back. */
export function signedIn({ locals, url }: Event): { actor: Actor; today: string } {
  if (!locals.actor) redirect(303, `/sign-in?next=${encodeURIComponent(url.pathname + url.search)}`);
  return { actor: locals.actor, today: dayInVietnam(systemClock()) };
}
