import { formAction } from "#acts/form-action.ts";
import { carrySaid } from "#acts/said/carry.ts";
import { saidOf } from "#acts/said/said-of.ts";
import { perform } from "#acts/perform.ts";
import { fieldsOf } from "#kernel/form-fields.ts";
import { momentOf } from "../../../account/own.ts";
import { systemClock } from "#kernel/clock.ts";
import { offerPost, waitingOffers, withdrawOffer } from "#modules/identity/server/index.ts";
import { unitsWithin } from "#modules/organization/server/index.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { withDays } from "#ui/posted.ts";
import { refused } from "../../../sign-in/door.ts";
import { administrator } from "../../administrator.ts";
import type { Actions, PageServerLoad } from "./$types";

const mostOffered = 300;

export const load: PageServerLoad = async (event) => {
  const { today, unitIds } = await administrator(event);
  const { db } = currentDatabase();
  const waiting = await waitingOffers(db, unitIds, systemClock(), today);
  return {
    units: await unitsWithin(db, unitIds, today, mostOffered),
    waiting: waiting.map(({ expiresAt, ...offer }) => ({ ...offer, expires: momentOf(expiresAt) })),
    today,
  };
};

export const actions: Actions = {
  /** The link is shown once, on this answer; only its hash is kept. */
  async offer(event) {
    const { actor } = await administrator(event);
    const fields = fieldsOf(await event.request.formData());
    try {
      const request = { actor, now: systemClock(), requestId: event.locals.requestId };
      const input = withDays(fields, "from", "until");
      const output = await perform(offerPost, input, request);
      carrySaid(event, await saidOf(offerPost, input, output, request.now), event.url.pathname);
      return { link: `${event.url.origin}/post-offer/${output.token}` };
    } catch (error) {
      return refused(error, { fields });
    }
  },
  withdraw: formAction(withdrawOffer),
};
