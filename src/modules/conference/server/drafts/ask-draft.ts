import { personIdOf } from "#kernel/actor.ts";
import { dayInput, unitCodeInput } from "#kernel/input.ts";
import { uuidv7 } from "#kernel/identifier.ts";
import { Problem } from "#kernel/problem.ts";
import { isAbove, unitThereOn } from "#modules/organization/server/index.ts";
import { outOfSight } from "#modules/recommendation/server/index.ts";
import type { DB } from "#db";
import { sql, type Transaction } from "kysely";
import { z } from "zod";
import { lifeOf } from "../../conference.ts";
import { mayKeepConferences } from "../../permissions.ts";
import { conferenceProblems as problems } from "../../problems.ts";
import { conferenceAct } from "../life/conference-act.ts";
import { leaveWord } from "../leave-word.ts";
import { matterCodeInput } from "#modules/recommendation/matter-code.ts";

/** Before the day an agency is asked how it would answer. The matter itself still awaits its ruling. */
export const askDraft = conferenceAct({
  name: "conference.ask_draft",
  title: { vi: "Đề nghị chuẩn bị dự thảo trả lời", en: "Ask for a draft answer" },
  may: mayKeepConferences,
  input: z.strictObject({
    conference: z.uuid(),
    recommendation: matterCodeInput,
    agency: unitCodeInput,
    due: dayInput,
  }),
  problems,
  constraints: { draft_request_open: problems.draft_asked_already },
  async run(context) {
    const { trx, input, actor, now, today } = context;
    const { conference } = context.place;
    if (lifeOf(conference) === "called_off") throw new Problem(problems.was_called_off);
    if (input.due < today) throw new Problem(problems.draft_due_past, { field: "due" });
    if (input.due > conference.held_on) {
      throw new Problem(problems.draft_due_late, { field: "due", values: { on: conference.held_on } });
    }
    const recommendationId = await matterOf(trx, conference.id, input.recommendation);
    const agency = await unitThereOn(trx, input.agency, today, "agency");
    if (agency.kind === "village" || !(await isAbove(trx, conference.unit_id, agency.id, today))) {
      throw new Problem(problems.agency_elsewhere, { field: "agency" });
    }
    const id = uuidv7(now);
    const asked = { id, conference_id: conference.id, recommendation_id: recommendationId };
    const by = { recorded_at: now.toString(), recorded_by: personIdOf(actor) };
    await trx
      .insertInto("draft_request")
      .values({ ...asked, ...by, agency_id: agency.id, due_on: input.due })
      .execute();
    await leaveWord(context, "conference.draft_asked", { request: id });
    return { id };
  },
});

/** Complaints and denunciations are shown to no agency that they may be about. */
async function matterOf(trx: Transaction<DB>, conferenceId: string, code: string): Promise<string> {
  const { rows } = await sql<{ id: string; hidden: boolean }>`
    select r.id, ${outOfSight} as hidden from recommendation r
    where r.code = ${code} and r.conference_id = ${conferenceId}`.execute(trx);
  const [matter] = rows;
  if (!matter || matter.hidden) throw new Problem(problems.matter_not_here, { field: "recommendation" });
  return matter.id;
}
