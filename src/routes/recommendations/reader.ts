import type { Grant } from "#kernel/permission.ts";
import { Problem } from "#kernel/problem.ts";
import { mayOnMatter } from "#modules/recommendation/server/index.ts";
import { actProblems } from "#platform/server/act/problems.ts";
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
