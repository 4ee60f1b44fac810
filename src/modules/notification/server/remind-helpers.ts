import { Problem } from "#kernel/problem.ts";
import { openDuties } from "#modules/recommendation/duties.ts";
import { matterForChange, matterPlace } from "#modules/recommendation/server/index.ts";
import { act } from "#platform/server/act/act.ts";
import { z } from "zod";
import { mayRemindHelpers } from "../permissions.ts";
import { notificationProblems as problems } from "../problems.ts";
import { refuseIdle, tellHelpers } from "./remind-now.ts";
import { matterCodeInput } from "#modules/recommendation/matter-code.ts";

/**
 * Whoever leads the work asks the coordinating agencies for the parts that are still open, as the office does; once a day at
 * most for each person, whoever asked.
 */
export const remindHelpers = act({
  name: "notification.remind_helpers",
  title: { vi: "Nhắc cơ quan phối hợp", en: "Remind the coordinating agencies" },
  may: mayRemindHelpers,
  input: z.strictObject({ recommendation: matterCodeInput }),
  problems,
  place: async (context) => matterPlace(await matterForChange(context, context.input.recommendation)),
  async run({ trx, place: { matter }, actor, now, today }) {
    refuseIdle(matter);
    if (openDuties(matter.state).length === 0) throw new Problem(problems.no_part_open);
    const { told, reached } = await tellHelpers(trx, matter, { by: actor.name, now, today });
    if (reached === 0) throw new Problem(problems.no_helper_to_remind);
    return { people: told };
  },
});
