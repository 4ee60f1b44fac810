import { personIdOf } from "#kernel/actor.ts";
import type { DB } from "#db";
import { Problem } from "#kernel/problem.ts";
import { lifeOf } from "#modules/conference/conference.ts";
import { conferenceForChange, findConference } from "#modules/conference/server/index.ts";
import { act } from "#platform/server/act/act.ts";
import type { Transaction } from "kysely";
import { z } from "zod";
import { MOST_LINES } from "../conclusion.ts";
import { proposedClosing, proposedOpening } from "../opening.ts";
import { mayDraftConclusion } from "../permissions.ts";
import { conclusionProblems as problems } from "../problems.ts";
import { replaceLines } from "./line.store.ts";
import { draftOf, insertDraft, lastIssued } from "./notice.store.ts";
import { proposedLines } from "./propose-lines.ts";

/** A draft with a line for each matter of the conference that was ruled on and nobody has yet. */
export const draftNotice = act({
  name: "conclusion.draft",
  title: { vi: "Soạn thông báo kết luận", en: "Draft the notice of conclusion" },
  may: mayDraftConclusion,
  input: z.strictObject({ conference: z.uuid() }),
  problems,
  async place(context) {
    const conference = await conferenceForChange(context, context.input.conference);
    return { unitId: conference.unit_id, subjectId: conference.id, conference };
  },
  async run({ trx, place: { conference }, actor, now, today }) {
    if (lifeOf(conference) !== "held") throw new Problem(problems.not_held);
    if (await draftOf(trx, conference.id)) throw new Problem(problems.draft_already);
    if (await lastIssued(trx, conference.id)) throw new Problem(problems.issued_already);
    const about = { conferenceId: conference.id, unitId: conference.unit_id, heldOn: conference.held_on };
    const proposed = await proposedLines(trx, { ...about, today });
    // What is beyond stays among those to add, and the page of the draft says so.
    const lines = proposed.slice(0, MOST_LINES);
    const id = await insertDraft(trx, {
      conferenceId: conference.id,
      edition: 1,
      closing: proposedClosing,
      now,
      opening: await openingFor(trx, conference.id, today),
      personId: personIdOf(actor),
    });
    await replaceLines(trx, id, lines);
    return {
      id,
      conference: conference.id,
      edition: 1,
      version: 1,
      lines: lines.length,
      left: proposed.length - lines.length,
    };
  },
});

async function openingFor(trx: Transaction<DB>, id: string, today: string): Promise<string> {
  return proposedOpening(await findConference(trx, { kind: "system", name: "conclusion" }, id, today));
}
