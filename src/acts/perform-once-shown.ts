import { systemClock } from "#kernel/clock.ts";
import type { Actor } from "#kernel/actor.ts";
import type { Act, Place } from "#platform/server/act/act.ts";
import type { RequestEvent } from "@sveltejs/kit";
import type { z } from "zod";
import { perform } from "./perform.ts";
import { carrySaid } from "./said/carry.ts";
import { saidOf } from "./said/said-of.ts";

type Asked = {
  readonly input: unknown;
  readonly actor: Actor;
  /** The idempotency key that was posted. */
  readonly key: unknown;
};

/**
 * Performs an act that makes a secret, and says what was done. A page that is loaded again sends its form again: the same
 * key makes no second secret, and the first is not shown again because nobody keeps it.
 * @returns the secret; `null` where this form was sent before and it was shown then
 * @throws Problem as the act does
 */
export async function performOnceShown<
  Schema extends z.ZodType,
  Output extends { readonly token: string },
  P extends Place,
>(event: RequestEvent, act: Act<Schema, Output, P>, { input, actor, key }: Asked): Promise<string | null> {
  const now = systemClock();
  const idempotencyKey = typeof key === "string" && key !== "" ? key : undefined;
  const output = await perform(act, input, {
    actor,
    now,
    requestId: event.locals.requestId,
    idempotencyKey,
  });
  // What is remembered of an act holds no secret.
  const { token } = output as Partial<Output>;
  if (token === undefined) return null;
  carrySaid(event, await saidOf(act, input, output, now), event.url.pathname);
  return token;
}
