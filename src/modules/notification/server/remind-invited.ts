import { Problem } from "#kernel/problem.ts";
import { mustBePhoned } from "#modules/conference/invitations/must-be-phoned.ts";
import { mayInvite } from "#modules/conference/permissions.ts";
import {
  conferenceForChange,
  toldConference,
  unansweredInvitations,
  type Unanswered,
} from "#modules/conference/server/index.ts";
import { act } from "#platform/server/act/act.ts";
import { z } from "zod";
import { notificationProblems as problems } from "../problems.ts";
import { awaitedAnswer } from "./awaited-answer.ts";
import { notify } from "./notify.ts";

/**
 * A word to all who have not answered their invitation, besides the reminders that come by themselves; once a day at
 * most for each invitation and person. Answers how many were reminded, which had their word today, and whom to telephone.
 */
export const remindInvited = act({
  name: "notification.remind_invited",
  title: { vi: "Nhắc trả lời giấy mời", en: "Remind those invited to answer" },
  may: mayInvite,
  input: z.strictObject({ conference: z.uuid() }),
  problems,
  async place(context) {
    const conference = await conferenceForChange(context, context.input.conference);
    return { unitId: conference.unit_id, subjectId: conference.id, conference };
  },
  async run({ trx, place, actor, now, today }) {
    const conference = await toldConference(trx, place.conference.id);
    if (conference.life !== "prepared" || conference.heldOn < today) throw new Problem(problems.not_to_come);
    const waiting = await unansweredInvitations(trx, conference.id, today);
    if (waiting.length === 0) throw new Problem(problems.all_answered);
    let reminded = 0;
    const already: string[] = [];
    for (const each of waiting) {
      if (mustBePhoned(each)) continue;
      const news = {
        kind: "reminder" as const,
        conferenceId: conference.id,
        details: awaitedAnswer(conference, each, today, actor.name),
        source: `remind_invited ${each.invitationId} ${today}`,
      };
      // Whether letters can be sent is known to whoever sends them; without a mailer nobody takes the word up.
      if ((await notify(trx, each.contacts, news, { now, mail: true })) > 0) reminded += 1;
      else already.push(each.name);
    }
    return { id: conference.id, reminded, already, to_phone: names(waiting.filter(mustBePhoned)) };
  },
});

const names = (waiting: readonly Unanswered[]) => waiting.map(({ name }) => name);
