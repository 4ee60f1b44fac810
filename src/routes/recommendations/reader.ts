import { error } from "@sveltejs/kit";
import { dayInVietnam, systemClock } from "#kernel/clock.ts";
import type { Actor } from "#kernel/actor.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import type { OpenDatabase } from "#platform/server/database/open.ts";

type Reader = Pick<OpenDatabase, "db" | "lean"> & { readonly actor: Actor; readonly today: string };

/** Who reads, out of which database, on which day in Việt Nam. */
export function readerOf(locals: App.Locals): Reader {
  if (!locals.actor) error(401);
  const { db, lean } = currentDatabase();
  return { db, lean, actor: locals.actor, today: dayInVietnam(systemClock()) };
}
