import type { DB } from "#db";
import type { Actor } from "#kernel/actor.ts";
import { Problem } from "#kernel/problem.ts";
import { readScope } from "#modules/organization/server/index.ts";
import { sql, type Kysely } from "kysely";
import { codesMeant } from "../../matter-code.ts";
import { recommendationProblems as problems } from "../../problems.ts";
import { namesWithheldIn, openableIn, wordsShownIn } from "./visibility.ts";

/** What has to be known of a matter before anything that hangs on it is shown. */
export type MatterInSight = {
  readonly id: string;
  readonly code: string;
  /** Whether the actor reads its words. */
  readonly shown: boolean;
  /** Who raised it and is not to be known to the actor. */
  readonly namesWithheld: readonly string[];
};

/**
 * A matter by its code or its id, for whoever may open it, in one question.
 * @throws Problem `not_found`, also where the actor may not know of it
 */
export async function matterInSight(
  db: Kysely<DB>,
  actor: Actor,
  named: { readonly code: string } | { readonly id: string },
  today: string,
): Promise<MatterInSight> {
  const scope = await readScope(db, actor);
  const [is, first] =
    "id" in named
      ? [sql`r.id = ${named.id}`, sql`r.id`]
      : [sql`r.code = any(${codesMeant(named.code)}::text[])`, sql`r.code <> ${named.code}`];
  const { rows } = await sql<MatterInSight>`
    select r.id, r.code, ${wordsShownIn(scope, today)} as shown, ${namesWithheldIn(scope, today)} as "namesWithheld"
    from recommendation r join unit u on u.id = r.unit_id
    where ${is} and r.taken_back_at is null and ${openableIn(scope, today)} order by ${first} limit 1`.execute(
    db,
  );
  if (!rows[0]) throw new Problem(problems.not_found);
  return rows[0];
}
