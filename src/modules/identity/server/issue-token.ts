import { dayInput, textInput } from "#kernel/input.ts";
import { endOfDayInVietnam } from "#kernel/clock.ts";
import { Problem } from "#kernel/problem.ts";
import { act } from "#platform/server/act/act.ts";
import { z } from "zod";
import { mayKeepOwn } from "../permissions.ts";
import { identityProblems as problems } from "../problems.ts";
import { lastDayOfToken } from "../terms.ts";
import { hashOf, newSecret, onceShown } from "./one-time-secret.ts";
import { mustBePresent, TOKEN_PREFIX } from "./token-actor.ts";
import { insertToken } from "./token.store.ts";

/** A token with which a program acts in one's own post, for at most a year. It is shown once (`output.token`). */
export const issueToken = act({
  name: "identity.issue_token",
  title: { vi: "Tạo mã truy cập", en: "Make a token" },
  may: mayKeepOwn,
  input: z.strictObject({ post: z.uuid(), label: textInput(100), until: dayInput }),
  problems,
  async place({ input, actor }) {
    mustBePresent(actor);
    const post = actor.kind === "person" ? actor.posts.find(({ id }) => id === input.post) : undefined;
    if (!post) throw new Problem(problems.post_not_held, { field: "post" });
    return { unitId: post.unitId, subjectId: post.id };
  },
  async run({ trx, input, now, today }) {
    const last = lastDayOfToken(today);
    if (input.until < today || input.until > last)
      throw new Problem(problems.token_term, { field: "until", values: { last } });
    const token = TOKEN_PREFIX + newSecret();
    const expiresAt = endOfDayInVietnam(input.until);
    const { post: postId, label } = input;
    const id = await insertToken(trx, { postId, label, hash: hashOf(token), expiresAt }, now);
    return onceShown({ id, until: input.until }, token);
  },
});
