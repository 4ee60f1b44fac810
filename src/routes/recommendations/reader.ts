import type { Grant } from "#kernel/permission.ts";
import { Problem } from "#kernel/problem.ts";
import { mayOnMatter } from "#modules/recommendation/server/index.ts";
import { actProblems } from "#platform/server/act/problems.ts";
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

type Reader = ReturnType<typeof readerOf>;

/** A form is opened by those alone who may send it. @throws Problem `not_permitted`, as the act would */
export async function refuseForm(
  { db, actor, today }: Reader,
  matterId: string,
  grant: Grant,
): Promise<void> {
  if (!(await mayOnMatter(db, actor, matterId, grant, today))) throw new Problem(actProblems.not_permitted);
}

/** The same where a form is not about one matter yet: somebody none of whose posts ever may. */
export function refuseFormWithout(actor: Actor, grant: Grant): void {
  if (actor.kind !== "person" || actor.posts.some(({ capacity }) => (grant[capacity] ?? []).length > 0))
    return;
  throw new Problem(actProblems.not_permitted);
}
