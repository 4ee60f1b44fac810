import { formAction } from "#acts/form-action.ts";
import { performOnceShown } from "#acts/perform-once-shown.ts";
import {
  invitationAddress,
  invite,
  lockAccount,
  personReadings,
  unlockAccount,
} from "#modules/identity/server/index.ts";
import type { RequestEvent } from "@sveltejs/kit";
import { asking } from "../../../../asking.ts";
import { refused } from "../../../../sign-in/door.ts";
import type { Actions, PageServerLoad } from "./$types";

type Event = Pick<RequestEvent, "locals" | "url" | "params">;

const accountHere = (event: Event) => asking(event).ask(personReadings.account, { id: event.params.id });

export const load: PageServerLoad = async (event) => ({
  ...(await accountHere(event)),
  key: crypto.randomUUID(),
});

export const actions: Actions = {
  /** The link is shown once, on this answer; only its hash is kept. Loaded again, the page says so and makes no other. */
  async invite(event) {
    const { actor } = asking(event);
    const fields = await event.request.formData();
    const input = {
      ...(await subject(event)),
      reset_second_factor: fields.get("reset_second_factor") === "on",
    };
    try {
      const key = fields.get("idempotency_key");
      const token = await performOnceShown(event, invite, { input, actor, key });
      return token === null ? { shownBefore: true } : { link: invitationAddress(event.url.origin, token) };
    } catch (error) {
      return refused(error, {});
    }
  },
  lock: async (event) => {
    const about = await subject(event);
    return formAction(lockAccount, { input: ({ reason }) => ({ ...about, reason }) })(event);
  },
  unlock: async (event) => {
    const about = await subject(event);
    return formAction(unlockAccount, { input: () => about })(event);
  },
};

/** An account is kept by the unit in which its person holds a post, will or last did; without any the act refuses. */
async function subject(event: Event) {
  const { person, unit } = await accountHere(event);
  return { person: person.id, unit: unit ?? "" };
}
