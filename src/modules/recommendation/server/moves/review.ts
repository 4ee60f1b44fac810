import { optionalPaperNumber } from "#kernel/paper-number.ts";
import { optionalText, textInput } from "#kernel/input.ts";
import { Problem } from "#kernel/problem.ts";
import { lastFact } from "../../by-day.ts";
import { recommendationProblems as problems } from "../../problems.ts";
import { holdBelow } from "./hold-below.ts";
import { mattersBelow } from "../above/matters-below.ts";
import { moveAct } from "./move-act.ts";
import { warnIfNobodyReviews } from "./nobody-reviews.ts";
import { tellWhatWasAnswered } from "../above/return-reply.ts";

/** It may be a complaint or a denunciation: out of everyone's sight at once, until a reviewer has looked. */
export const hold = moveAct({
  move: "hold",
  fields: { reason: optionalText(5000) },
  facts({ input, place, on }) {
    const released = lastFact(place.matter.events, ({ act }) => act === "release");
    if (released && on < released.on)
      throw new Problem(problems.hold_before_release, { field: "on", values: { on, released: released.on } });
    return { reason: input.reason };
  },
  warns: ({ trx, place, today }) => warnIfNobodyReviews(trx, place.unitId, today),
});

/** The reviewer finds that it is an ordinary recommendation. */
export const release = moveAct({
  move: "release",
  fields: { reason: optionalText(5000) },
  facts({ input, place, on }) {
    const held = lastFact(place.matter.events, ({ act }) => act === "hold");
    if (held && on < held.on)
      throw new Problem(problems.release_before_hold, { field: "on", values: { on, held: held.on } });
    return { reason: input.reason };
  },
});

/** The reviewer sends it where the law on complaints and denunciations wants it; only a stub stays here. */
export const routeOut = moveAct({
  move: "route_out",
  fields: { to: textInput(300), symbol: optionalPaperNumber(60) },
  facts: ({ input }) => ({ toText: input.to, symbol: input.symbol }),
  async then(context, matter) {
    await holdBelow(context, matter);
    for (const below of await mattersBelow(context.trx, matter)) await tellWhatWasAnswered(context, below);
  },
});
