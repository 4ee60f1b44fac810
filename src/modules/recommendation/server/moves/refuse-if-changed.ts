import { Problem } from "#kernel/problem.ts";
import type { DB } from "#db";
import { sql, type Kysely } from "kysely";
import { recommendationProblems as problems } from "../../problems.ts";
import type { Move } from "../../status-transitions.ts";
import type { Matter } from "../matter/recommendation.store.ts";

/** What may happen to a matter while a form stands open: a move, or one of its steps or its words put right. Of a word on an answer, whether it is a yes. */
export type Change = {
  readonly act: Move | "annul" | "correct";
  readonly on: string;
  readonly satisfied?: boolean;
};

/** The second of two who change one matter is told what the first did. @throws Problem `changed_meanwhile` */
export async function refuseIfChanged(
  db: Kysely<DB>,
  matter: Pick<Matter, "id" | "version">,
  expected: number | undefined,
): Promise<void> {
  if (expected === undefined || expected === matter.version) return;
  const changes = await latestChanges(db, matter.id, Math.max(1, matter.version - expected));
  throw new Problem(problems.changed_meanwhile, { details: { version: matter.version, changes } });
}

/** Every change raises the version by one: so many of the latest are those that are news, the oldest first. */
async function latestChanges(db: Kysely<DB>, matterId: string, count: number): Promise<Change[]> {
  const day = (at: string) => sql`(${sql.ref(at)} at time zone 'Asia/Ho_Chi_Minh')::date`;
  const { rows } = await sql<Change & { satisfied: boolean | null }>`
    select act, "on", satisfied from (
      select act, on_date as "on", satisfied, recorded_at, sequence from recommendation_event where recommendation_id = ${matterId}
      union all
      select 'annul', ${day("recorded_at")}, null, recorded_at, 0 from recommendation_annulment
        where recommendation_id = ${matterId}
      union all
      select 'correct', ${day("recorded_at")}, null, recorded_at, 0 from recommendation_correction
        where recommendation_id = ${matterId}) change
    order by recorded_at desc, sequence desc limit ${count}`.execute(db);
  return rows
    .toReversed()
    .map(({ satisfied, ...change }) => (satisfied === null ? change : { ...change, satisfied }));
}
