import { personIdOf } from "#kernel/actor.ts";
import { Problem } from "#kernel/problem.ts";
import { act } from "#platform/server/act/act.ts";
import type { DB } from "#db";
import type { Kysely } from "kysely";
import { sql, type RawBuilder } from "kysely";
import { z } from "zod";
import type { MatterEvent } from "../../matter.ts";
import { mayTakeOverReply } from "../../permissions.ts";
import { recommendationProblems as problems } from "../../problems.ts";
import type { Outcome } from "../../status-transitions.ts";
import { latestFirst } from "../moves/latest-first.ts";
import { lockTogether } from "../moves/lock-together.store.ts";
import { matterPlace } from "../moves/move-act.ts";
import { recordEvent } from "../moves/record-event.ts";
import { matterForChange } from "../matter/recommendation.store.ts";
import { returnReply } from "./return-reply.ts";
import { matterCodeInput } from "../../matter-code.ts";

/** A reply that came on paper and was entered below while nobody worked here. */
export type PaperReply = {
  readonly on: string;
  readonly outcome: Outcome;
  readonly text: string | null;
  readonly symbol: string | null;
};

/**
 * The unit above takes over what the one below entered from its paper: the same answer, of the paper's own day and number.
 * From then on it is its own, to be annulled here alone.
 */
export const takeOverReply = act({
  name: "recommendation.take_over_reply",
  title: { vi: "Nhận trả lời trên giấy do cấp dưới nhập", en: "Take over the paper reply entered below" },
  may: mayTakeOverReply,
  input: z.strictObject({ recommendation: matterCodeInput }),
  problems,
  async place(context) {
    const { recommendation } = context.input;
    await lockTogether(context.trx, [recommendation]);
    return matterPlace(await matterForChange(context, recommendation));
  },
  async run(context) {
    const { trx, place, now, today, actor, post } = context;
    const reply = await paperReplyBelow(trx, place.matter.id);
    if (!reply) throw new Problem(problems.no_paper_reply);
    const by = { now, today, personId: personIdOf(actor), postId: post?.id ?? null };
    const ruled: MatterEvent = { act: "rule", on: reply.on, ruling: "written_answer" };
    const begun =
      place.matter.state.status === "awaiting_ruling"
        ? await recordEvent(trx, place.matter, ruled, by)
        : place.matter;
    const matter = await recordEvent(trx, begun, { act: "answer", ...reply }, by);
    await returnReply({ ...context, on: reply.on }, matter, reply);
    return { id: matter.id, code: matter.code, version: matter.version, status: matter.state.status };
  },
});

/** What was entered below as the reply to a matter that is still open here; null where nothing was. */
export async function paperReplyBelow(db: Kysely<DB>, matterId: string): Promise<PaperReply | null> {
  const { rows } = await sql<PaperReply>`
    ${paperRepliesBelow(sql`${matterId}`)} order by ${latestFirst("e")} limit 1`.execute(db);
  return rows[0] ?? null;
}

/** The replies `e` that were entered below as those to a matter with an id, which is still open. */
export const paperRepliesBelow = (matterId: RawBuilder<unknown>) => sql<PaperReply>`
  select e.on_date as on, e.outcome, e.text, e.symbol
  from recommendation child
  join present_matter own on own.recommendation_id = child.id and own.is_open and own.status <> 'passed_up'
  join present_matter below on below.recommendation_id = child.forwarded_from_id and not below.is_open
    and below.status in ('answered', 'closed')
  join standing_event e on e.recommendation_id = child.forwarded_from_id and e.act = 'reply_from_above'
  where child.id = ${matterId} and child.taken_back_at is null`;
