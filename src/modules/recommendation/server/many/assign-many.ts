import { optionalPaperNumber } from "#kernel/paper-number.ts";
import { withoutDuties } from "../moves/move-act.ts";
import { personIdOf } from "#kernel/actor.ts";
import { dayInput, optionalDay, optionalText, unitCodeInput } from "#kernel/input.ts";
import { act } from "#platform/server/act/act.ts";
import { z } from "zod";
import { mayMove } from "../../permissions.ts";
import { recommendationProblems as problems } from "../../problems.ts";
import { assignMatter } from "../moves/assign-matter.ts";
import { refuseMerged } from "../moves/refuse-merged.ts";
import { coordinatorsInput } from "../moves/assign.ts";
import { manyCodes, placeOfMany, withEach } from "./many-matters.ts";

/** Many matters of one unit to one lead with one date: all of them or none. */
export const assignMany = act({
  name: "recommendation.assign_many",
  title: { vi: "Giao nhiều kiến nghị một lần", en: "Assign many recommendations" },
  may: mayMove.assign,
  input: z.strictObject({
    recommendations: manyCodes,
    on: optionalDay,
    lead: unitCodeInput,
    due: dayInput,
    coordinators: coordinatorsInput,
    symbol: optionalPaperNumber(60),
    text: optionalText(20_000),
  }),
  problems,
  audit: ({ text, coordinators, ...rest }) => ({
    ...rest,
    coordinators: withoutDuties(coordinators),
    text_length: text?.length,
  }),
  place: (context) => placeOfMany(context, context.input.recommendations),
  async run({ trx, input, place, actor, post, now, today }) {
    const { recommendations: _, on = today, ...assignment } = input;
    const personId = personIdOf(actor);
    const by = { now, today, on, personId, postId: post?.id ?? null };
    await withEach(place.matters, async (matter) => {
      if (matter.state.status === "merged") await refuseMerged({ trx, actor, today }, matter);
      return assignMatter(trx, matter, assignment, by);
    });
    return { assigned: place.matters.map(({ code }) => code) };
  },
});
