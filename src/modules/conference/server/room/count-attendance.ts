import { optionalWholeNumber, wholeNumber } from "#kernel/input.ts";
import { Problem } from "#kernel/problem.ts";
import { z } from "zod";
import { lifeOf } from "../../conference.ts";
import { mayKeepConferences } from "../../permissions.ts";
import { conferenceProblems as problems } from "../../problems.ts";
import { conferenceAct } from "../life/conference-act.ts";
import { changeConference } from "../life/conference.store.ts";

/** How many came, counted in the room while it goes on; a later count takes the place of an earlier one. */
export const countAttendance = conferenceAct({
  name: "conference.count_attendance",
  title: { vi: "Ghi số người dự", en: "Count the attendance" },
  may: mayKeepConferences,
  input: z.strictObject({
    conference: z.uuid(),
    attendances: wholeNumber(0, 1_000_000),
    villages_represented: optionalWholeNumber(0, 10_000),
  }),
  async run(context) {
    const { trx, input } = context;
    const { conference } = context.place;
    if (lifeOf(conference) !== "held") throw new Problem(problems.not_held);
    const { attendances, villages_represented = conference.villages_represented } = input;
    const version = await changeConference(trx, conference, { attendances, villages_represented }, context);
    return { id: conference.id, version };
  },
});
