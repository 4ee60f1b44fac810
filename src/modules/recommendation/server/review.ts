import { optionalText, textInput } from "#kernel/input.ts";
import { moveAct } from "./move-act.ts";

/** It may be a complaint or a denunciation: out of everyone's sight at once, until a reviewer has looked. */
export const hold = moveAct({
  move: "hold",
  fields: { reason: optionalText(5000) },
  facts: ({ input }) => ({ reason: input.reason }),
});

/** The reviewer finds that it is an ordinary recommendation. */
export const release = moveAct({
  move: "release",
  fields: { reason: optionalText(5000) },
  facts: ({ input }) => ({ reason: input.reason }),
});

/** The reviewer sends it where the law on complaints and denunciations wants it; only a stub stays here. */
export const routeOut = moveAct({
  move: "route_out",
  fields: { to: textInput(300), symbol: optionalText(60) },
  facts: ({ input }) => ({ toText: input.to, symbol: input.symbol }),
});
