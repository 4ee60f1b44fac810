import { formAction } from "#acts/form-action.ts";
import { performOnceShown } from "#acts/perform-once-shown.ts";
import {
  accountOf,
  invitationAddress,
  invite,
  lockAccount,
  unlockAccount,
} from "#modules/identity/server/index.ts";
import { readPerson } from "#modules/organization/server/index.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import type { RequestEvent } from "@sveltejs/kit";
import { administrator } from "../../../administrator.ts";
import { identifierIn } from "../../../identifier-in.ts";
import { refused } from "../../../../sign-in/door.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { person, held } = await personHere(event);
  const account = await accountOf(currentDatabase().db, person.id);
  return { person, unit: held?.unitCode ?? null, account: account ?? null, key: crypto.randomUUID() };
};

export const actions: Actions = {
  /** The link is shown once, on this answer; only its hash is kept. Loaded again, the page says so and makes no other. */
  async invite(event) {
    const { actor } = await administrator(event);
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

async function personHere(event: RequestEvent) {
  const { today, unitIds } = await administrator(event);
  const person = await readPerson(currentDatabase().db, unitIds, identifierIn(event.params.id ?? ""), today);
  const held = person.posts.find(
    ({ fromOn, untilOn }) => fromOn <= today && (untilOn === "infinity" || untilOn >= today),
  );
  // Of one who holds none now: the post to come, or the last.
  return { person, held: held ?? person.posts[0] };
}

/** An account is kept by the unit in which its person holds a post, will or last did; without any the act refuses. */
async function subject(event: RequestEvent) {
  const { person, held } = await personHere(event);
  return { person: person.id, unit: held?.unitCode ?? "" };
}
