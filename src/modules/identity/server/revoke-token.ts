import { Problem } from "#kernel/problem.ts";
import { administers } from "#modules/organization/server/index.ts";
import { act } from "#platform/server/act/act.ts";
import { z } from "zod";
import { mayRevoke } from "../permissions.ts";
import { identityProblems as problems } from "../problems.ts";
import { revoke, tokenForChange } from "./token.store.ts";

/** A token works no longer: revoked by whoever holds its post, or by the administrator. */
export const revokeToken = act({
  name: "identity.revoke_token",
  title: { vi: "Thu hồi mã truy cập", en: "Revoke a token" },
  may: mayRevoke,
  input: z.strictObject({ token: z.uuid() }),
  problems,
  async place({ trx, actor, today, input }) {
    const token = await tokenForChange(trx, input.token);
    const own = actor.kind === "person" && actor.posts.some(({ id }) => id === token.postId);
    if (!own && !(await administers({ trx, actor, today }, token.unitId)))
      throw new Problem(problems.token_not_found, { field: "token" });
    return { unitId: token.unitId, subjectId: token.id, token };
  },
  async run({ trx, place: { token }, now }) {
    if (token.revokedAt) throw new Problem(problems.token_revoked);
    await revoke(trx, token.id, now);
    return { id: token.id };
  },
});
