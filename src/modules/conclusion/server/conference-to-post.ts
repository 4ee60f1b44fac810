import type { DB } from "#db";
import type { Actor } from "#kernel/actor.ts";
import { Problem } from "#kernel/problem.ts";
import { mayReadConference } from "#modules/conference/server/index.ts";
import type { Kysely } from "kysely";
import { z } from "zod";
import { conclusionProblems as problems } from "../problems.ts";
import { lastIssued, type NoticeRow } from "./notice.store.ts";

/** A conference whose results can be posted, with the edition in force. @throws Problem `not_found`, `not_issued` */
export async function conferenceToPost(
  db: Kysely<DB>,
  actor: Actor,
  conference: string,
  today: string,
): Promise<{ readonly notice: NoticeRow; readonly unitId: string }> {
  const known =
    z.uuid().safeParse(conference).success && (await mayReadConference(db, actor, conference, today));
  if (!known) throw new Problem(problems.not_found);
  const notice = await lastIssued(db, conference);
  if (!notice) throw new Problem(problems.not_issued);
  const query = db.selectFrom("conference").select("unit_id").where("id", "=", conference);
  return { notice, unitId: (await query.executeTakeFirstOrThrow()).unit_id };
}
