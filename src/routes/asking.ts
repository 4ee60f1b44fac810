import { saidByAddress, type AddressParts } from "#acts/address-parts.ts";
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

type PageEvent = Pick<RequestEvent, "locals" | "url" | "params">;

/** What an event asks of a reading: what its address says, or more than that. */
export type Asks<Event> = AddressParts | ((event: Event) => object | Promise<object>);

export async function askedBy<Event extends Pick<PageEvent, "params">>(
  asks: Asks<Event>,
  event: Event,
): Promise<object> {
  return typeof asks === "function" ? asks(event) : saidByAddress(asks, event.params);
}

/** The load of a page that shows one reading: its answer, the day it is, and a key with which a form is sent once. */
export function pageOf<Schema extends z.ZodType, Answer extends object>(
  reading: Reading<Schema, Answer>,
  asks: Asks<PageEvent> = {},
) {
  return async (event: PageEvent): Promise<Answer & { today: string; key: string }> => {
    const { ask, today } = asking(event);
    return { ...(await ask(reading, await askedBy(asks, event))), today, key: crypto.randomUUID() };
  };
}

/** The same of a page that calls what it shows by a name. */
export function pageWith<Name extends string, Schema extends z.ZodType, Answer>(
  name: Name,
  reading: Reading<Schema, Answer>,
  asks: Asks<PageEvent> = {},
) {
  type Shown = { readonly [one in Name]: Answer };
  return async (event: PageEvent): Promise<Shown & { today: string; key: string }> => {
    const { ask, today } = asking(event);
    const shown = { [name]: await ask(reading, await askedBy(asks, event)) } as Shown;
    return { ...shown, today, key: crypto.randomUUID() };
  };
}
