import { dayAsRead } from "#kernel/day-as-read.ts";
import * as notification from "#modules/notification/server/index.ts";
import * as recommendation from "#modules/recommendation/server/index.ts";
import { heardOfMoves, type MoveHeardByCode } from "#modules/recommendation/moves/move-rows.ts";
import { rulingWords } from "#modules/recommendation/words.ts";
import { paperKindWord } from "#modules/document/paper-kinds.ts";
import type { Act } from "#platform/server/act/act.ts";
import type { z } from "zod";
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

const { moveActs } = recommendation;

/** Of such a move it is said that it was done, and to which code. */
function byCode(move: MoveHeardByCode): Saying {
  const act = moveActs[move] as unknown as Act<z.ZodType, { readonly code: string }>;
  return saying(act, ({ output: { code } }) => say(`matter_${move}`, { code }));
}

export const sayingsOfMatters: readonly Saying[] = [
  ...[...heardOfMoves.keys()].map(byCode),
  saying(recommendation.receive, ({ output: { code } }) => say("matter_receive", { code })),
  saying(moveActs.rule, ({ input, output: { code } }) => {
    const ruling = withinSentence(rulingWords[input.ruling]);
    return input.due
      ? say("matter_rule_due", { code, ruling, due: dayAsRead(input.due) })
      : say("matter_rule", { code, ruling });
  }),
  saying(moveActs.assign, async ({ input, output: { code }, called }) =>
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
  saying(moveActs.ask_extension, ({ input, output: { code } }) =>
    say("matter_ask_extension", { code, due: dayAsRead(input.due) }),
  ),
  saying(moveActs.extend, ({ input, output: { code } }) =>
    say("matter_extend", { code, due: dayAsRead(input.due) }),
  ),
  saying(recommendation.allowOwnApproval, async ({ input, called }) => {
    const unit = await called.unit(input.unit);
    return input.allowed ? say("allow_own_approval", { unit }) : say("forbid_own_approval", { unit });
  }),
  saying(recommendation.takeOverReply, ({ output: { code } }) => say("matter_take_over_reply", { code })),
  saying(moveActs.answer, ({ input: { symbol }, output: { code } }) =>
    symbol ? say("matter_issue_answer_symbol", { code, symbol }) : say("matter_issue_answer", { code }),
  ),
  saying(moveActs.schedule, ({ input, output: { code } }) =>
    say("matter_schedule", { code, until: dayAsRead(input.until) }),
  ),
  saying(moveActs.block, ({ input, output: { code } }) =>
    say("matter_block", { code, day: dayAsRead(input.review_on) }),
  ),
  saying(moveActs.forward_up, async ({ input, output: { code }, called }) =>
    say("matter_forward_up", { code, unit: await called.unit(input.to) }),
  ),
  saying(moveActs.merge, ({ input: { into }, output: { code } }) => say("matter_merge", { code, into })),
  saying(moveActs.route_out, ({ input: { to }, output: { code } }) => say("matter_route_out", { code, to })),
  saying(moveActs.confirm, ({ input: { by, satisfied }, output: { code } }) => {
    const [yes, no] = confirmed[by];
    return say(satisfied ? yes : no, { code });
  }),
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
