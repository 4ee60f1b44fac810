import { optionalText } from "#kernel/input.ts";
import { z } from "zod";
import { rulings } from "../status-transitions.ts";
import { moveAct } from "./move-act.ts";
import { returnReply } from "./return-reply.ts";

/** The ruling in the room: answered now, written answer, beyond competence, or noted. */
export const rule = moveAct({
  move: "rule",
  fields: { ruling: z.enum(rulings), text: optionalText(20_000) },
  facts: ({ input }) => ({ ruling: input.ruling, text: input.text }),
  then: async (context, matter) => {
    const { ruling, text } = context.input;
    if (ruling === "answered_now" || ruling === "noted") {
      // Of nothing done, to whoever waits below; decisions/0017 says why a note is no more than that.
      await returnReply(context, matter, { outcome: "explained", text });
    }
  },
});
