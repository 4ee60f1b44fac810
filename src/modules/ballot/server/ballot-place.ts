import { Problem } from "#kernel/problem.ts";
import { lifeOf } from "#modules/conference/conference.ts";
import { conferenceForChange } from "#modules/conference/server/index.ts";
import type { Asking } from "#platform/server/act/act.ts";
import { ballotProblems as problems } from "../problems.ts";

/** The conference whose ballots are counted, locked: two who count at once come one after the other. */
export async function ballotPlace(context: Asking & { readonly input: { readonly conference: string } }) {
  const conference = await conferenceForChange(context, context.input.conference);
  return { unitId: conference.unit_id, subjectId: conference.id, conference };
}

type Ends = Parameters<typeof lifeOf>[0];

/** @throws Problem `not_held` */
export function refuseUnlessHeld(conference: Ends): void {
  if (lifeOf(conference) !== "held") throw new Problem(problems.not_held);
}
