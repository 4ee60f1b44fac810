import type { DB } from "#db";
import type { Actor } from "#kernel/actor.ts";
import { Problem } from "#kernel/problem.ts";
import { readScope } from "#modules/organization/server/index.ts";
import { namesWithheldOfConference } from "#modules/recommendation/server/index.ts";
import { sql, type Kysely } from "kysely";
import { z } from "zod";
import { conferenceProblems as problems } from "../../problems.ts";
import { readableConference } from "./readable-conferences.ts";

/** What has to be known of a conference before anything that hangs on it is shown. */
export type ConferenceInSight = {
  readonly id: string;
  readonly unitId: string;
  readonly heldOn: string;
  /** Who spoke there or raised something and is not to be known to the actor. */
  readonly namesWithheld: readonly string[];
};

/** A conference for whoever may read it, in one question. @throws Problem `not_found` */
export async function conferenceInSight(
  db: Kysely<DB>,
  actor: Actor,
  id: string,
  today: string,
): Promise<ConferenceInSight> {
  if (!z.uuid().safeParse(id).success) throw new Problem(problems.not_found);
  const scope = await readScope(db, actor);
  const { rows } = await sql<ConferenceInSight>`
    select c.id, c.unit_id as "unitId", c.held_on as "heldOn",
      ${namesWithheldOfConference(scope, today)} as "namesWithheld"
    from conference c where c.id = ${id} and ${readableConference(scope, today)}`.execute(db);
  if (!rows[0]) throw new Problem(problems.not_found);
  return rows[0];
}
