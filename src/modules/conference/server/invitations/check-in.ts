import { textInput } from "#kernel/input.ts";
import { Problem } from "#kernel/problem.ts";
import { z } from "zod";
import { readBadge } from "../../invitations/badge.ts";
import { lifeOf } from "../../conference.ts";
import { mayInvite } from "../../permissions.ts";
import { conferenceProblems as problems } from "../../problems.ts";
import { conferenceAct } from "../life/conference-act.ts";

/** At the door: a badge is read, its bearer is present. A badge read twice counts once. */
export const checkIn = conferenceAct({
  name: "conference.check_in",
  title: { vi: "Đón đại biểu", en: "Check a delegate in" },
  may: mayInvite,
  input: z.strictObject({ conference: z.uuid(), badge: textInput(40) }),
  async run({ trx, input, place: { conference }, now, today }) {
    if (lifeOf(conference) === "called_off") throw new Problem(problems.was_called_off);
    if (conference.held_on > today) {
      throw new Problem(problems.not_yet, { field: "badge", values: { on: conference.held_on } });
    }
    const badge = readBadge(input.badge);
    const delegate = await trx
      .selectFrom("delegate")
      .select(["id", "name", "present_at"])
      .where("conference_id", "=", conference.id)
      .where("badge", "=", badge)
      .where("withdrawn_at", "is", null)
      .executeTakeFirst();
    if (!delegate) throw new Problem(problems.badge_unknown, { field: "badge", values: { badge } });
    const again = delegate.present_at !== null;
    if (!again) {
      const row = trx.updateTable("delegate").set({ present_at: now.toString() });
      await row.where("id", "=", delegate.id).execute();
    }
    return { id: delegate.id, name: delegate.name, again };
  },
});
