import type { DB } from "#db";
import { outOfSight } from "#modules/recommendation/server/index.ts";
import { Problem } from "#kernel/problem.ts";
import type { Transaction } from "kysely";
import { conferenceProblems as problems } from "../problems.ts";

type DraftRequest = {
  readonly id: string;
  readonly conferenceId: string;
  readonly unitId: string;
  readonly agencyId: string;
  readonly calledOff: boolean;
  /** Whether an answer was given already. */
  readonly given: boolean;
  /** Whether its matter has been put out of sight since: then its agency is shown neither. */
  readonly outOfSight: boolean;
};

/** A request that stands, locked. @throws Problem `draft_not_found` */
export async function draftRequestForChange(trx: Transaction<DB>, id: string): Promise<DraftRequest> {
  const row = await trx
    .selectFrom("draft_request as d")
    .innerJoin("conference as c", "c.id", "d.conference_id")
    .innerJoin("recommendation as r", "r.id", "d.recommendation_id")
    .select(["d.id", "c.id as conferenceId", "c.unit_id as unitId", "d.agency_id as agencyId"])
    .select(["c.called_off_recorded_at as calledOffAt", "d.given_at as givenAt", outOfSight.as("outOfSight")])
    .where("d.id", "=", id)
    .where("d.withdrawn_at", "is", null)
    .forUpdate("d")
    .executeTakeFirst();
  if (!row) throw new Problem(problems.draft_not_found);
  const { calledOffAt, givenAt, ...request } = row;
  return { ...request, calledOff: calledOffAt !== null, given: givenAt !== null };
}
