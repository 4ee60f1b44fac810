import { dayAsRead } from "#kernel/day-as-read.ts";
import * as notification from "#modules/notification/server/index.ts";
import * as recommendation from "#modules/recommendation/server/index.ts";
import { rulingWords } from "#modules/recommendation/words.ts";
import { paperKindWord } from "#modules/document/paper-kinds.ts";
import { listed } from "./called.store.ts";
import { say, type What } from "./said.ts";
import { saying, withinSentence, type Saying } from "./saying.ts";

/** Whose word it is, and whether it is a yes: they are never said alike. */
const confirmed = {
  village_head: ["matter_confirm_village_yes", "matter_confirm_village_no"],
  requester: ["matter_confirm_requester_yes", "matter_confirm_requester_no"],
  front: ["matter_confirm_front_yes", "matter_confirm_front_no"],
} as const satisfies Record<string, readonly [What, What]>;

const paper = (kind: Parameters<typeof paperKindWord>[0]) =>
  withinSentence({ vi: paperKindWord(kind, "vi"), en: paperKindWord(kind, "en") });

export const sayingsOfMatters: readonly Saying[] = [
  saying(recommendation.receive, ({ output: { code } }) => say("matter_receive", { code })),
  saying(recommendation.rule, ({ input, output: { code } }) => {
    const ruling = withinSentence(rulingWords[input.ruling]);
    return input.due
      ? say("matter_rule_due", { code, ruling, due: dayAsRead(input.due) })
      : say("matter_rule", { code, ruling });
  }),
  saying(recommendation.assign, async ({ input, output: { code }, called }) =>
    say("matter_assign", { code, unit: await called.unit(input.lead), due: dayAsRead(input.due) }),
  ),
  saying(recommendation.assignMany, async ({ input, output: { assigned }, called }) =>
    say("matter_assign_many", {
      count: assigned.length,
      codes: listed(assigned),
      unit: await called.unit(input.lead),
      due: dayAsRead(input.due),
    }),
  ),
  saying(recommendation.returnMatter, ({ output: { code } }) => say("matter_return", { code })),
  saying(recommendation.askExtension, ({ input, output: { code } }) =>
    say("matter_ask_extension", { code, due: dayAsRead(input.due) }),
  ),
  saying(recommendation.refuseExtension, ({ output: { code } }) => say("matter_refuse_extension", { code })),
  saying(recommendation.extend, ({ input, output: { code } }) =>
    say("matter_extend", { code, due: dayAsRead(input.due) }),
  ),
  saying(recommendation.draftAnswer, ({ output: { code } }) => say("matter_draft_answer", { code })),
  saying(recommendation.finishDuty, ({ output: { code } }) => say("matter_finish_duty", { code })),
  saying(recommendation.sendBack, ({ output: { code } }) => say("matter_send_back", { code })),
  saying(recommendation.approveAnswer, ({ output: { code } }) => say("matter_approve", { code })),
  saying(recommendation.allowOwnApproval, async ({ input, called }) => {
    const unit = await called.unit(input.unit);
    return input.allowed ? say("allow_own_approval", { unit }) : say("forbid_own_approval", { unit });
  }),
  saying(recommendation.takeOverReply, ({ output: { code } }) => say("matter_take_over_reply", { code })),
  saying(recommendation.issueAnswer, ({ input: { symbol }, output: { code } }) =>
    symbol ? say("matter_issue_answer_symbol", { code, symbol }) : say("matter_issue_answer", { code }),
  ),
  saying(recommendation.schedule, ({ input, output: { code } }) =>
    say("matter_schedule", { code, until: dayAsRead(input.until) }),
  ),
  saying(recommendation.block, ({ input, output: { code } }) =>
    say("matter_block", { code, day: dayAsRead(input.review_on) }),
  ),
  saying(recommendation.forwardUp, async ({ input, output: { code }, called }) =>
    say("matter_forward_up", { code, unit: await called.unit(input.to) }),
  ),
  saying(recommendation.replyFromAbove, ({ output: { code } }) => say("matter_reply_from_above", { code })),
  saying(recommendation.merge, ({ input: { into }, output: { code } }) =>
    say("matter_merge", { code, into }),
  ),
  saying(recommendation.hold, ({ output: { code } }) => say("matter_hold", { code })),
  saying(recommendation.release, ({ output: { code } }) => say("matter_release", { code })),
  saying(recommendation.routeOut, ({ input: { to }, output: { code } }) =>
    say("matter_route_out", { code, to }),
  ),
  saying(recommendation.reject, ({ output: { code } }) => say("matter_reject", { code })),
  saying(recommendation.confirm, ({ input: { by, satisfied }, output: { code } }) => {
    const [yes, no] = confirmed[by];
    return say(satisfied ? yes : no, { code });
  }),
  saying(recommendation.close, ({ output: { code } }) => say("matter_close", { code })),
  saying(recommendation.reopen, ({ output: { code } }) => say("matter_reopen", { code })),
  saying(recommendation.correctMatter, ({ output: { code } }) => say("matter_correct", { code })),
  saying(recommendation.annul, ({ output: { code } }) => say("matter_annul", { code })),
  saying(recommendation.writeAnswer, ({ output: { code } }) => say("matter_write_answer", { code })),
  saying(recommendation.issuePaper, ({ input, output: { code, symbol } }) =>
    say("matter_letter", { paper: paper(input.paper), code, symbol }),
  ),
  saying(recommendation.issueTransferSlip, ({ output: { code, symbol } }) =>
    say("matter_letter", { paper: paper("transfer_slip"), code, symbol }),
  ),
  saying(notification.remindHelpers, ({ input: { recommendation: code } }) =>
    say("helpers_remind", { code }),
  ),
  saying(notification.remindNow, ({ input, output: { people } }) =>
    say("matters_remind", { count: people, codes: listed(input.recommendations) }),
  ),
  saying(recommendation.addField, ({ input: { name } }) => say("field_add", { name })),
  saying(recommendation.renameField, ({ input: { name, on } }) =>
    say("field_rename", { name, on: dayAsRead(on) }),
  ),
  saying(recommendation.endField, async ({ input, called }) =>
    say("field_end", { name: await called.field(input.field), until: dayAsRead(input.until) }),
  ),
];
