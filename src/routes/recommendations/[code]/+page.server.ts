import { conferenceReadings } from "#modules/conference/server/index.ts";
import { mayRemindHelpers } from "#modules/notification/permissions.ts";
import { remindHelpers } from "#modules/notification/server/index.ts";
import {
  findMatter,
  mayOnMatter,
  mayWritePapers,
  takeOverReply,
  type MatterReading,
} from "#modules/recommendation/server/index.ts";
import { asking } from "../../asking.ts";
import { readerOf } from "../reader.ts";
import { formAction } from "#acts/form-action.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { locals, params } = event;
  const { db, actor, today } = readerOf(locals);
  const matter = await findMatter(db, actor, params.code, today);
  const waits = matter.hidden === null && hasOpenPart(matter);
  const conference = matter.hidden === null ? matter.conference : null;
  return {
    matter,
    papers: matter.hidden === null && (await mayWritePapers(db, actor, matter, today)),
    conferenceOpens:
      conference !== null &&
      (await asking(event).ask(conferenceReadings.opens, { conference: conference.id })),
    /** Whether a part is open that the reader may ask for. */
    asksForParts: waits && (await mayOnMatter(db, actor, matter.id, mayRemindHelpers, today)),
    key: crypto.randomUUID(),
  };
};

const hasOpenPart = ({ coordinators, state }: MatterReading) =>
  state.status === "in_hand" && coordinators.some(({ doneOn }) => doneOn === null);

export const actions: Actions = {
  remind_helpers: formAction(remindHelpers, {
    input: (_, { params }) => ({ recommendation: params.code }),
    then: (_, { url }) => url.pathname,
  }),
  /** The reply that the unit below entered from its paper. */
  take_over: formAction(takeOverReply, {
    input: (_, { params }) => ({ recommendation: params.code }),
    then: (_, { url }) => url.pathname,
  }),
};
