import { formAction } from "#acts/form-action.ts";
import { attachmentReadings } from "#modules/attachment/server/index.ts";
import { conferenceReadings } from "#modules/conference/server/index.ts";
import { remindHelpers } from "#modules/notification/server/index.ts";
import { matterReadings, takeOverReply } from "#modules/recommendation/server/index.ts";
import { asking, pageOf } from "../../asking.ts";
import type { PageServerLoad } from "./$types";

const about = { recommendation: "code" };
const asked = pageOf(matterReadings.shown, about);

export const load: PageServerLoad = async (event) => {
  const shown = await asked(event);
  const conference = shown.matter.hidden === null ? shown.matter.conference : null;
  const opens = conference && asking(event).ask(conferenceReadings.opens, { conference: conference.id });
  const files = await asking(event).ask(attachmentReadings.ofMatter, { recommendation: shown.matter.code });
  return { ...shown, files, conferenceOpens: (await opens) ?? false };
};

const here = { input: () => ({}), about, then: (_: unknown, { url }: { url: URL }) => url.pathname };

export const actions = {
  remind_helpers: formAction(remindHelpers, here),
  /** The reply that the unit below entered from its paper. */
  take_over: formAction(takeOverReply, here),
};
