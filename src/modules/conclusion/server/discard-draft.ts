import { act } from "#platform/server/act/act.ts";
import { z } from "zod";
import { mayDraftConclusion } from "../permissions.ts";
import { conclusionProblems as problems } from "../problems.ts";
import { noticeInput } from "./notice-input.ts";
import { placeOfNotice, refuseUnlessDraft } from "./notice.store.ts";

/** A draft is put aside. It has bound nobody, so nothing of it is kept but the audit lines. */
export const discardDraft = act({
  name: "conclusion.discard_draft",
  title: { vi: "Bỏ dự thảo thông báo kết luận", en: "Discard the draft of a notice" },
  may: mayDraftConclusion,
  input: z.strictObject({ notice: noticeInput }),
  problems,
  place: (context) => placeOfNotice(context, context.input.notice),
  async run({ trx, place: { notice, conference } }) {
    refuseUnlessDraft(notice);
    await trx.deleteFrom("notice_line").where("notice_id", "=", notice.id).execute();
    await trx.deleteFrom("notice_of_conclusion").where("id", "=", notice.id).execute();
    return { id: notice.id, conference: conference.id };
  },
});
