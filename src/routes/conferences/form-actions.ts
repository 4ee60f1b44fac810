import { formAction } from "#acts/form-action.ts";
import { textsOf } from "#kernel/form-fields.ts";
import { oneEach } from "#kernel/form-refusal.ts";
import { conferenceInput, type ConferenceValues } from "#modules/conference/ui/life/conference-form.ts";
import { correctConference, prepareConference, recordConference } from "#modules/conference/server/index.ts";
import type { RequestEvent } from "@sveltejs/kit";

/** The form again with one row more for a chair, and everything that was typed. */
async function more(event: RequestEvent): Promise<{ typed: ConferenceValues }> {
  return { typed: oneEach(textsOf(await event.request.formData())) };
}

const page = ({ id }: { id: string }) => `/conferences/${id}`;

export const recordActions = {
  more,
  save: formAction(recordConference, { input: conferenceInput, then: page }),
};

export const prepareActions = {
  more,
  save: formAction(prepareConference, { input: conferenceInput, then: page }),
};

export const correctActions = {
  more,
  save: formAction(correctConference, {
    input: conferenceInput,
    about: { conference: "id" },
    then: page,
  }),
};
