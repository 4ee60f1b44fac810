import { optionalDay, optionalWholeNumber } from "#kernel/input.ts";
import { Problem } from "#kernel/problem.ts";
import { unitThereOn } from "#modules/organization/server/index.ts";
import { z } from "zod";
import { mayKeepConferences } from "../../permissions.ts";
import { conferenceProblems as problems } from "../../problems.ts";
import { conferenceAct } from "./conference-act.ts";
import { changeConference, hasChair, refuseUnlessPrepared, unitCodeOf } from "./conference.store.ts";

/** The conference took place: from now on it counts, and its turns are written down. Never before its day. */
export const openConference = conferenceAct({
  name: "conference.open",
  title: { vi: "Ghi hội nghị đã diễn ra", en: "Record that a conference was held" },
  may: mayKeepConferences,
  input: z.strictObject({
    conference: z.uuid(),
    held_on: optionalDay,
    attendances: optionalWholeNumber(0, 1_000_000),
    villages_represented: optionalWholeNumber(0, 10_000),
  }),
  async run(context) {
    const { trx, input, now, today } = context;
    const { conference } = context.place;
    refuseUnlessPrepared(conference);
    const heldOn = input.held_on ?? conference.held_on;
    if (heldOn > today) throw new Problem(problems.not_yet, { field: "held_on", values: { on: heldOn } });
    if (conference.form !== "indirect" && !(await hasChair(trx, conference.id))) {
      throw new Problem(problems.no_chair);
    }
    await unitThereOn(trx, await unitCodeOf(trx, conference.unit_id), heldOn, "held_on");
    const { attendances, villages_represented } = input;
    const counted = {
      ...(attendances !== undefined && { attendances }),
      ...(villages_represented !== undefined && { villages_represented }),
    };
    const held = { held_on: heldOn, held_recorded_at: now.toString(), ...counted };
    const version = await changeConference(trx, conference, held, context);
    return { id: conference.id, version, held_on: heldOn };
  },
});
