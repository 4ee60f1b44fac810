import { act } from "#platform/server/act/act.ts";
import { z } from "zod";
import { mayKeepOwn } from "../permissions.ts";
import { identityProblems as problems } from "../problems.ts";
import { endSessionById, ownSession } from "./session.store.ts";
import { mustBePresent } from "./token-actor.ts";

/** One of one's own sessions ends, on whatever machine it was left open. */
export const endSession = act({
  name: "identity.end_session",
  title: { vi: "Kết thúc phiên", en: "End a session" },
  may: mayKeepOwn,
  input: z.strictObject({ session: z.uuid() }),
  problems,
  async place({ trx, input, actor }) {
    mustBePresent(actor);
    const person = actor.kind === "person" ? actor : null;
    const { id } = await ownSession(trx, input.session, person?.personId ?? null);
    return { unitId: person?.posts[0]?.unitId ?? null, subjectId: id };
  },
  async run({ trx, input }) {
    await endSessionById(trx, input.session);
    return { id: input.session };
  },
});
