import { personIdOf } from "#kernel/actor.ts";
import { Problem } from "#kernel/problem.ts";
import { conferenceForChange } from "#modules/conference/server/index.ts";
import { act } from "#platform/server/act/act.ts";
import { z } from "zod";
import { mayDraftConclusion } from "../permissions.ts";
import { conclusionProblems as problems } from "../problems.ts";
import { lineRowsOf, replaceLines } from "./line.store.ts";
import { draftOf, insertDraft, lastIssued } from "./notice.store.ts";

/** A further edition, drafted from the last: what it changes is assigned again once it is issued. */
export const amendNotice = act({
  name: "conclusion.amend",
  title: { vi: "Soạn thông báo sửa đổi, bổ sung", en: "Draft an amended notice" },
  may: mayDraftConclusion,
  input: z.strictObject({ conference: z.uuid() }),
  problems,
  async place(context) {
    const conference = await conferenceForChange(context, context.input.conference);
    return { unitId: conference.unit_id, subjectId: conference.id, conference };
  },
  async run({ trx, place: { conference }, actor, now }) {
    const last = await lastIssued(trx, conference.id);
    if (!last) throw new Problem(problems.nothing_to_amend);
    if (await draftOf(trx, conference.id)) throw new Problem(problems.draft_already);
    const edition = last.edition + 1;
    const id = await insertDraft(trx, {
      conferenceId: conference.id,
      edition,
      opening: last.opening,
      closing: last.closing,
      now,
      personId: personIdOf(actor),
    });
    await replaceLines(trx, id, await lineRowsOf(trx, last.id));
    return { id, conference: conference.id, edition, version: 1 };
  },
});
