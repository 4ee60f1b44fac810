import { error } from "@sveltejs/kit";
import { dayInVietnam, systemClock } from "#kernel/clock.ts";
import type { Actor } from "#kernel/actor.ts";
import type { DB } from "#db";
import { currentDatabase } from "#platform/server/database/current.ts";
import type { Kysely } from "kysely";

/** Who reads, out of which database, on which day in Việt Nam. */
export function readerOf(locals: App.Locals): { db: Kysely<DB>; actor: Actor; today: string } {
  if (!locals.actor) error(401);
  return { db: currentDatabase().db, actor: locals.actor, today: dayInVietnam(systemClock()) };
}
