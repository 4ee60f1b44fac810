import type { ActedMove } from "../../moves/move-rows.ts";
import { approveAnswer, draftAnswer, issueAnswer, replyFromAbove, sendBack } from "./answer.ts";
import { assign } from "./assign.ts";
import { askExtension, extend, refuseExtension } from "./extension.ts";
import { close, confirm, reject, reopen } from "./finish.ts";
import { finishDuty } from "./finish-duty.ts";
import { forwardUp } from "./forward-up.ts";
import { block, schedule } from "./hindrance.ts";
import { merge } from "../merging/merge.ts";
import { returnMatter } from "./return.ts";
import { hold, release, routeOut } from "./review.ts";
import { rule } from "./rule.ts";

/** The act of each move. */
export const moveActs = {
  rule,
  assign,
  return: returnMatter,
  ask_extension: askExtension,
  refuse_extension: refuseExtension,
  extend,
  draft_answer: draftAnswer,
  finish_duty: finishDuty,
  send_back: sendBack,
  approve_answer: approveAnswer,
  answer: issueAnswer,
  schedule,
  block,
  forward_up: forwardUp,
  reply_from_above: replyFromAbove,
  merge,
  hold,
  release,
  route_out: routeOut,
  reject,
  confirm,
  close,
  reopen,
} satisfies Record<ActedMove, unknown>;
