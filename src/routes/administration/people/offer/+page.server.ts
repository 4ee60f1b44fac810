import { formAction } from "#acts/form-action.ts";
import { performOnceShown } from "#acts/perform-once-shown.ts";
import { fieldsOf, textsOf } from "#kernel/form-fields.ts";
import { oneEach } from "#kernel/form-refusal.ts";
import { momentOf } from "../../../account/own.ts";
import { offerPost, personReadings, withdrawOffer } from "#modules/identity/server/index.ts";
import { unitReadings } from "#modules/organization/server/index.ts";
import { refused } from "../../../sign-in/door.ts";
import { asking } from "../../../asking.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { ask, today } = asking(event);
  const [units, waiting] = await Promise.all([
    ask(unitReadings.appointing, {}),
    ask(personReadings.waiting, {}),
  ]);
  return {
    units,
    waiting: waiting.map(({ expiresAt, ...offer }) => ({ ...offer, expires: momentOf(expiresAt) })),
    today,
    key: crypto.randomUUID(),
  };
};

export const actions: Actions = {
  /** The link is shown once, on this answer; only its hash is kept. Loaded again, the page says so and makes no other. */
  async offer(event) {
    const { actor } = asking(event);
    const data = await event.request.formData();
    const { idempotency_key: key, ...input } = fieldsOf(data);
    try {
      const token = await performOnceShown(event, offerPost, { input, actor, key });
      return token === null ? { shownBefore: true } : { link: `${event.url.origin}/post-offer/${token}` };
    } catch (error) {
      return refused(error, { fields: oneEach(textsOf(data)) });
    }
  },
  withdraw: formAction(withdrawOffer),
};
