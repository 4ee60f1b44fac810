import { anyUnit, scopeAsking } from "#modules/organization/server/index.ts";
import { outOfSight, readableIn } from "#modules/recommendation/server/index.ts";
import { Problem } from "#kernel/problem.ts";
import type { Asking } from "#platform/server/act/act.ts";
import { sql } from "kysely";
import { conferenceProblems as problems } from "../../problems.ts";

type DraftRequest = {
  readonly id: string;
  readonly conferenceId: string;
  readonly unitId: string;
  readonly agencyId: string;
  readonly calledOff: boolean;
  /** Whether an answer was given already. */
  readonly given: boolean;
};

/**
 * A request that stands, locked, for whoever asks: those who read the matter's unit, and the agency that is asked, unless
 * the matter has been put out of sight since.
 * @throws Problem `draft_not_found`, also where the asker may not know of it
 */
export async function draftRequestForChange(
  { trx, actor, today }: Asking,
  id: string,
): Promise<DraftRequest> {
  const scope = await scopeAsking(trx, actor);
  const asked = sql<boolean>`d.agency_id = ${anyUnit([...scope.assignedTo, ...scope.runs])}`;
  const readable = readableIn({ ...scope, villages: [], assignedTo: [], runs: [] }, today);
  const row = await trx
    .selectFrom("draft_request as d")
    .innerJoin("conference as c", "c.id", "d.conference_id")
    .innerJoin("recommendation as r", "r.id", "d.recommendation_id")
    .innerJoin("unit as u", "u.id", "r.unit_id")
    .select(["d.id", "c.id as conferenceId", "c.unit_id as unitId", "d.agency_id as agencyId"])
    .select(["c.called_off_recorded_at as calledOffAt", "d.given_at as givenAt"])
    .where("d.id", "=", id)
    .where("d.withdrawn_at", "is", null)
    .where(sql<boolean>`(${readable} or (${asked} and not ${outOfSight}))`)
    .forUpdate("d")
    .executeTakeFirst();
  if (!row) throw new Problem(problems.draft_not_found);
  const { calledOffAt, givenAt, ...request } = row;
  return { ...request, calledOff: calledOffAt !== null, given: givenAt !== null };
}
