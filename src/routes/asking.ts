import { ask } from "#acts/ask.ts";
import type { Actor } from "#kernel/actor.ts";
import { systemClock } from "#kernel/clock.ts";
import type { Reading } from "#platform/server/reading/reading.ts";
import type { RequestEvent } from "@sveltejs/kit";
import type { z } from "zod";
import { signedIn } from "./units/signed-in.ts";

type Event = Pick<RequestEvent, "locals" | "url">;

type Asking = {
  readonly actor: Actor;
  /** Today in Việt Nam. */
  readonly today: string;
  ask<Schema extends z.ZodType, Answer>(reading: Reading<Schema, Answer>, query: unknown): Promise<Answer>;
};

/** The door to the readings for a page or a file; whoever is not signed in is sent there and brought back. */
export function asking(event: Event, by: "page" | "file" = "page"): Asking {
  const { actor, today } = signedIn(event);
  const { requestId } = event.locals;
  return {
    actor,
    today,
    ask: (reading, query) => ask(reading, query, { actor, now: systemClock(), by, requestId }),
  };
}
