import { personIdOf, type Actor } from "#kernel/actor.ts";
import { uuidv7 } from "#kernel/identifier.ts";
import { unitCodeInput, yesNo } from "#kernel/input.ts";
import { Problem } from "#kernel/problem.ts";
import type { DB } from "#db";
import { unitThereOn } from "#modules/organization/server/index.ts";
import { act } from "#platform/server/act/act.ts";
import { sql, type Kysely } from "kysely";
import { z } from "zod";
import { latestFirst } from "./latest-first.ts";
import { mayAllowOwnApproval } from "../../permissions.ts";
import { recommendationProblems as problems } from "../../problems.ts";

/** Whether whoever drafts an answer may also approve it: for a unit with one clerk. Each word is kept; the last one holds. */
export const allowOwnApproval = act({
  name: "recommendation.allow_own_approval",
  title: { vi: "Cho người dự thảo tự duyệt", en: "Let who drafts approve it" },
  may: mayAllowOwnApproval,
  input: z.strictObject({ unit: unitCodeInput, allowed: yesNo }),
  problems,
  async place({ trx, input, today }) {
    const unit = await unitThereOn(trx, input.unit, today, "unit");
    return { unitId: unit.id, subjectId: unit.id };
  },
  async run({ trx, input, place, now, actor }) {
    const row = { id: uuidv7(now), unit_id: place.unitId, allowed: input.allowed };
    await trx
      .insertInto("own_approval")
      .values({ ...row, recorded_at: now.toString(), recorded_by: personIdOf(actor) })
      .execute();
    return { unit: input.unit, allowed: input.allowed };
  },
});

/** What a unit has said last; no, until it has said anything. */
export async function ownApprovalAllowed(db: Kysely<DB>, unitId: string): Promise<boolean> {
  const last = await db
    .selectFrom("own_approval")
    .select("allowed")
    .where("unit_id", "=", unitId)
    .orderBy("recorded_at", "desc")
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  return last?.allowed ?? false;
}

/** @throws Problem `own_draft` where the actor wrote the draft that stands, and the unit does not let them approve it */
export async function refuseOwnDraft(
  db: Kysely<DB>,
  actor: Actor,
  { matterId, unitId }: { matterId: string; unitId: string },
): Promise<void> {
  if (await isOwnDraft(db, actor, { matterId, unitId })) throw new Problem(problems.own_draft);
}

/** Whether the actor wrote the draft that stands, and the unit does not let them approve it. */
export async function isOwnDraft(
  db: Kysely<DB>,
  actor: Actor,
  { matterId, unitId }: { matterId: string; unitId: string },
): Promise<boolean> {
  const personId = personIdOf(actor);
  if (personId === null || (await drafterOf(db, matterId)) !== personId) return false;
  return !(await ownApprovalAllowed(db, unitId));
}

/** Who wrote the draft of the latest day; null where a register brought it. */
async function drafterOf(db: Kysely<DB>, matterId: string): Promise<string | null> {
  const { rows } = await sql<{ by: string | null }>`
    select e.recorded_by as by from standing_event e
    where e.recommendation_id = ${matterId} and e.act = 'draft_answer'
    order by ${latestFirst("e")} limit 1`.execute(db);
  return rows[0]?.by ?? null;
}
