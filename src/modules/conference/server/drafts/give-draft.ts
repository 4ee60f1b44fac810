import { personIdOf } from "#kernel/actor.ts";
import { Problem } from "#kernel/problem.ts";
import { recommendationProblems } from "#modules/recommendation/problems.ts";
import { answerFields, answerIn } from "#modules/recommendation/server/index.ts";
import { act, type ActContext, type Place } from "#platform/server/act/act.ts";
import { sql } from "kysely";
import { z } from "zod";
import { mayGiveDraft, mayKeepConferences } from "../../permissions.ts";
import { conferenceProblems as problems } from "../../problems.ts";
import { draftRequestForChange } from "./draft-request.store.ts";
import { leaveWord } from "../leave-word.ts";
import { markStepOnce } from "../steps/step.store.ts";

type Giving = Pick<ActContext<unknown, Place>, "trx" | "actor" | "now" | "today">;
const { in_the_future, answer_too_long } = recommendationProblems;

/** The agency that was asked, and nobody else, says how it would answer, in the parts of an answer; given again, the later stands. */
export const giveDraft = act({
  name: "conference.give_draft",
  title: { vi: "Gửi dự thảo trả lời trước hội nghị", en: "Give a draft answer" },
  may: mayGiveDraft,
  input: z.strictObject({ request: z.uuid(), ...answerFields }),
  problems: { ...problems, in_the_future, answer_too_long },
  audit: ({ request, text }) => ({ request, text_length: text.length }),
  async place(context) {
    const request = await draftRequestForChange(context, context.input.request);
    return { unitId: request.unitId, assignedIds: [request.agencyId], subjectId: request.id, request };
  },
  async run(context) {
    const { trx, input, actor, now, today } = context;
    const { request } = context.place;
    if (request.calledOff) throw new Problem(problems.was_called_off);
    const by = { given_at: now.toString(), given_by: personIdOf(actor) };
    await trx
      .updateTable("draft_request")
      .set({ text: answerIn(input, today), ...by })
      .where("id", "=", request.id)
      .execute();
    await leaveWord(context, "conference.draft_given", { request: request.id, again: request.given });
    await tickOffIfAllGiven(context, request.conferenceId);
    return { id: request.id };
  },
});

/** The agencies have prepared their answers once each that was asked has given its own. */
async function tickOffIfAllGiven(context: Giving, conferenceId: string): Promise<void> {
  const { trx, actor, now, today } = context;
  const { rows } = await sql`
    select from draft_request where conference_id = ${conferenceId} and withdrawn_at is null and given_at is null
    limit 1`.execute(trx);
  if (rows.length > 0) return;
  await markStepOnce(trx, {
    conferenceId,
    step: "draft_answers",
    on: today,
    personId: personIdOf(actor),
    now,
  });
}

/** The request stands no longer: the agency is not asked, and reads the matter only if it is assigned to it. */
export const withdrawDraftRequest = act({
  name: "conference.withdraw_draft_request",
  title: { vi: "Rút đề nghị chuẩn bị dự thảo", en: "Withdraw a request for a draft" },
  may: mayKeepConferences,
  input: z.strictObject({ request: z.uuid() }),
  problems,
  async place(context) {
    const request = await draftRequestForChange(context, context.input.request);
    return { unitId: request.unitId, subjectId: request.id, request };
  },
  async run(context) {
    const { trx, now } = context;
    const { request } = context.place;
    await trx
      .updateTable("draft_request")
      .set({ withdrawn_at: now.toString() })
      .where("id", "=", request.id)
      .execute();
    await leaveWord(context, "conference.draft_withdrawn", { request: request.id });
    return { id: request.conferenceId };
  },
});
