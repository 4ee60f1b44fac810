import { formAction } from "#acts/form-action.ts";
import { performOnceShown } from "#acts/perform-once-shown.ts";
import { systemClock } from "#kernel/clock.ts";
import { accountReadings, issueToken, revokeToken } from "#modules/identity/server/index.ts";
import { lastDayOfToken } from "#modules/identity/terms.ts";
import { readTypedDate } from "#kernel/typed-date.ts";
import { asking } from "../../asking.ts";
import { refused, textIn } from "../../sign-in/door.ts";
import { momentOf, own } from "../own.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { ask, today } = asking(event);
  const now = systemClock();
  const [posts, tokens] = await Promise.all([
    ask(accountReadings.posts, {}),
    ask(accountReadings.tokens, {}),
  ]);
  return {
    posts,
    today,
    key: crypto.randomUUID(),
    last: lastDayOfToken(today),
    tokens: tokens.map(({ id, label, postId, recordedAt, expiresAt, revokedAt }) => ({
      id,
      label,
      post: posts.find((post) => post.id === postId) ?? null,
      made: momentOf(recordedAt).day,
      // The instant is the midnight after the last day.
      last: momentOf(new Date(expiresAt.getTime() - 1)).day,
      state: stateOf(revokedAt, expiresAt, now),
    })),
  };
};

function stateOf(revokedAt: Date | null, expiresAt: Date, now: Temporal.Instant) {
  if (revokedAt) return "revoked" as const;
  return expiresAt.getTime() <= now.epochMilliseconds ? ("ended" as const) : ("works" as const);
}

export const actions: Actions = {
  async issue(event) {
    const data = await event.request.formData();
    const typed = { post: textIn(data, "post"), label: textIn(data, "label"), until: textIn(data, "until") };
    const { actor } = own(event);
    const input = { ...typed, until: readTypedDate(typed.until)?.toString() ?? typed.until };
    try {
      const key = data.get("idempotency_key");
      const token = await performOnceShown(event, issueToken, { input, actor, key });
      return token === null ? { shownBefore: true } : { token };
    } catch (error) {
      return refused(error, { typed });
    }
  },
  revoke: formAction(revokeToken),
};
