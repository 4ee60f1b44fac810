import { onceShownFor } from "#acts/once-shown-for.ts";
import { carrySaid } from "#acts/said/carry.ts";
import { say } from "#acts/said/said.ts";
import { redirect, type RequestEvent } from "@sveltejs/kit";
import {
  beginSecondFactor,
  confirmSecondFactor,
  endSecondFactor,
  keyAddress,
  renewRecoveryCodes,
  type SecondFactorSetup,
  type Visit,
} from "#modules/identity/server/index.ts";
import { systemClock } from "#kernel/clock.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { squareCode } from "#platform/server/square-code.ts";
import { goOnWith, refused, textIn, visitOf } from "../../sign-in/door.ts";
import { own } from "../own.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = (event) => ({
  on: own(event).session.secondFactor,
  key: crypto.randomUUID(),
});

export const actions: Actions = {
  begin: async (event) => {
    const data = await event.request.formData();
    return answered({}, async () => {
      const begin = () => beginSecondFactor(currentDatabase().db, textIn(data, "password"), visitOf(event));
      const setup = await once(event, data, "identity.begin_second_factor", begin);
      if (setup === null) return { shownBefore: true };
      carrySaid(event, say("second_factor_begin", {}), event.url.pathname);
      return { setup: shown(event, setup) };
    });
  },
  confirm: async (event) => {
    const data = await event.request.formData();
    const setup = { key: textIn(data, "key"), recoveryCodes: textIn(data, "recovery_codes").split(" ") };
    return answered({ setup: shown(event, setup) }, async () => {
      const { cookies } = await confirmSecondFactor(
        currentDatabase().db,
        textIn(data, "code"),
        visitOf(event),
      );
      return changed(event, cookies, true);
    });
  },
  end: async (event) => {
    const data = await event.request.formData();
    return answered({}, async () => {
      const { cookies } = await endSecondFactor(
        currentDatabase().db,
        textIn(data, "password"),
        visitOf(event),
      );
      return changed(event, cookies, false);
    });
  },
  renew: async (event) => {
    const data = await event.request.formData();
    const renew = (visit: Visit) => renewRecoveryCodes(currentDatabase().db, textIn(data, "password"), visit);
    return answered({}, async () => {
      const make = () => renew(visitOf(event));
      const recoveryCodes = await once(event, data, "identity.renew_recovery_codes", make);
      if (recoveryCodes === null) return { shownBefore: true };
      carrySaid(event, say("second_factor_renew", { name: own(event).actor.name }), event.url.pathname);
      return { recoveryCodes };
    });
  },
};

/** Loaded again, the page sends its form again: what was made once stays as it is. */
function once<Made>(event: RequestEvent, data: FormData, what: string, make: () => Promise<Made>) {
  const asked = { actor: own(event).actor, what, key: data.get("idempotency_key"), now: systemClock() };
  return onceShownFor(currentDatabase().db, asked, make);
}

/** The setup stays on the page until it is confirmed: it is in nobody's hands but the person's. */
function shown(event: RequestEvent, { key, recoveryCodes }: SecondFactorSetup) {
  return { key, recoveryCodes, square: squareCode(keyAddress(key, own(event).session.username)) };
}

/** Goes on by an address of its own: loaded again without a script, a form that was answered in place would be sent again. */
async function changed(event: RequestEvent, cookies: readonly string[], on: boolean): Promise<never> {
  await goOnWith(event, cookies);
  const { actor } = own(event);
  carrySaid(
    event,
    say(on ? "second_factor_set" : "second_factor_end", { name: actor.name }),
    event.url.pathname,
  );
  redirect(303, event.url.pathname);
}

async function answered<Kept extends object, Output>(kept: Kept, act: () => Promise<Output>) {
  try {
    return await act();
  } catch (error) {
    return refused(error, kept);
  }
}
